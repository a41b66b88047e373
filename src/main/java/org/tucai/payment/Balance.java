package org.tucai.payment;

import io.micronaut.core.annotation.Introspected;

/**
 * All money there ever was, in fen.
 *
 * @param received paid in
 * @param promised asked back, done or not
 * @param refunded back with payers
 * @param owedByHand of what is promised: what a person has to give back outside the channel
 * @param handedBack of what is back with payers: what a person gave back outside the channel
 */
@Introspected
public record Balance(long received, long promised, long refunded, long owedByHand, long handedBack) {}
