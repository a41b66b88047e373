package org.tucai.payment;

import io.micronaut.core.annotation.Introspected;

/**
 * All money there ever was, in fen.
 *
 * @param received paid in
 * @param promised asked back, done or not
 * @param refunded back with payers
 */
@Introspected
public record Balance(long received, long promised, long refunded) {}
