/**
 * A payment channel of our own that behaves like WeChat Pay API v3: prepay, signed callbacks over HTTP (late, repeated or lost
 * on request), refunds accepted at once and completed later, queries. It keeps its own books. Only with {@code tucai.sandbox=true}.
 */
@NullMarked
package org.tucai.payment.sandbox;

import org.jspecify.annotations.NullMarked;
