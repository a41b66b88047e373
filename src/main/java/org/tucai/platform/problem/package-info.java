/** Named problems: every refusal of the API is one of an enum, answered as RFC 9457. */
@NullMarked
package org.tucai.platform.problem;

import org.jspecify.annotations.NullMarked;
