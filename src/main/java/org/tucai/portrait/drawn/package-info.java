/** A portrait drawn by the program, for demonstrations and tests that have no photograph. */
@NullMarked
package org.tucai.portrait.drawn;

import org.jspecify.annotations.NullMarked;
