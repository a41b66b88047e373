/** Reads what a picture file is before decoding it, and decodes within bounds that are checked first. */
@NullMarked
package org.tucai.picture;

import org.jspecify.annotations.NullMarked;
