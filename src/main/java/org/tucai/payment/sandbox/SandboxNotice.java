package org.tucai.payment.sandbox;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * The body of a callback.
 *
 * @param eventType {@code TRANSACTION.SUCCESS}, {@code REFUND.SUCCESS}, {@code REFUND.CLOSED}, {@code REFUND.ABNORMAL}
 * @param number the merchant's number of the payment or refund
 * @param channelNumber the channel's number of the money or refund
 */
@Serdeable
record SandboxNotice(
        String id,
        String eventType,
        String number,
        String channelNumber,
        long amountMinor,
        String currency,
        @Nullable Instant at) {}
