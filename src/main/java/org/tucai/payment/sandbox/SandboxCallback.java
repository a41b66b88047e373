package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback that the channel owes the merchant.
 *
 * @param transactionNo set when it is about a payment
 * @param refundNo set when it is about a refund
 */
@MappedEntity("sandbox_callback")
record SandboxCallback(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        @Nullable String transactionNo,
        @Nullable String refundNo,
        Instant dueAt,
        @Nullable Instant postedAt) {}
