/** The commands of the program; used by none. */
@NullMarked
package org.tucai.cli;

import org.jspecify.annotations.NullMarked;
