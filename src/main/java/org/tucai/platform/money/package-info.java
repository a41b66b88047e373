/** Amounts in minor units with their currency. */
@NullMarked
package org.tucai.platform.money;

import org.jspecify.annotations.NullMarked;
