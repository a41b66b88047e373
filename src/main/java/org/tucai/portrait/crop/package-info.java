/** From an accepted phone picture to the finished file: placing, cutting and encoding. */
@NullMarked
package org.tucai.portrait.crop;

import org.jspecify.annotations.NullMarked;
