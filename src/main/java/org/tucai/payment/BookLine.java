package org.tucai.payment;

import io.micronaut.core.annotation.Introspected;

/**
 * A movement of money in our book.
 *
 * @param no our number of the payment or refund
 * @param channelNo the channel's number; empty when we know none
 * @param minor fen
 */
@Introspected
record BookLine(String no, String channelNo, long minor) {}
