/** What a person has to hear when the server starts. */
@NullMarked
package org.tucai.platform.start;

import org.jspecify.annotations.NullMarked;
