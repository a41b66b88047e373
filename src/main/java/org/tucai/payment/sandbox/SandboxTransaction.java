package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that the channel received. */
@MappedEntity("sandbox_transaction")
record SandboxTransaction(
        @Id @GeneratedValue @Nullable Long id,
        String transactionNo,
        String paymentNo,
        long paidMinor,
        String currency,
        Instant paidAt) {}
