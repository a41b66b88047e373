/** The annotated picture: a photo with the standard's lines, what was found and what is wrong, fit to send to a student. */
@NullMarked
package org.tucai.portrait.annotated;

import org.jspecify.annotations.NullMarked;
