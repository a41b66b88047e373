/** Checks that may refuse the start of the server, and remarks for the person who starts it. */
@NullMarked
package org.tucai.platform.start;

import org.jspecify.annotations.NullMarked;
