/**
 * A payment channel of our own that behaves like WeChat Pay API v3: prepay, signed callbacks over HTTP (late, doubled or lost
 * when asked to), refunds accepted now and done later, queries. It keeps its own books. Only with {@code tucai.sandbox=true}.
 */
@NullMarked
package org.tucai.payment.sandbox;

import org.jspecify.annotations.NullMarked;
