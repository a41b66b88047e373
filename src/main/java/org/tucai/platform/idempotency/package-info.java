/** Repeating a request with its Idempotency-Key gives the first answer again. */
@NullMarked
package org.tucai.platform.idempotency;

import org.jspecify.annotations.NullMarked;
