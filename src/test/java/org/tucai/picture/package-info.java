/** Tests of picture files: every file is made by the test itself. */
@NullMarked
package org.tucai.picture;

import org.jspecify.annotations.NullMarked;
