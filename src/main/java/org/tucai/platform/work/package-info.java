/** Where work that keeps a core busy is done. */
@NullMarked
package org.tucai.platform.work;

import org.jspecify.annotations.NullMarked;
