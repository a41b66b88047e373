/** The commands of the program. Uses every feature and is used by none. */
@NullMarked
package org.tucai.cli;

import org.jspecify.annotations.NullMarked;
