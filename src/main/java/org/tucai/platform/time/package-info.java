/** The only place that reads the clock. */
@NullMarked
package org.tucai.platform.time;

import org.jspecify.annotations.NullMarked;
