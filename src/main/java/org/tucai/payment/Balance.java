package org.tucai.payment;

import io.micronaut.core.annotation.Introspected;

/**
 * The sums over all payments and refunds, in fen.
 *
 * @param received paid in
 * @param promised promised to payers, completed or not
 * @param refunded back with payers
 * @param owedByHand the part of {@code promised} that a person has to give back outside the channel
 * @param handedBack the part of {@code refunded} that a person gave back outside the channel
 */
@Introspected
public record Balance(long received, long promised, long refunded, long owedByHand, long handedBack) {}
