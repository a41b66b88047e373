/** The history of every status: from, to, cause, actor, instant. */
@NullMarked
package org.tucai.platform.state;

import org.jspecify.annotations.NullMarked;
