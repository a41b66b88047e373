/** What a picture file is before it is decoded, and a decode that is bounded before it starts. */
@NullMarked
package org.tucai.picture;

import org.jspecify.annotations.NullMarked;
