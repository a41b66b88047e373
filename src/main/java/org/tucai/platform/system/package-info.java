/** The operating system under the program. */
@NullMarked
package org.tucai.platform.system;

import org.jspecify.annotations.NullMarked;
