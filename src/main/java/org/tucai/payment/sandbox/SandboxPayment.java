package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;

/** The channel's own row of a prepared payment. */
@Row
@MappedEntity("sandbox_payment")
record SandboxPayment(
        @Id @GeneratedValue @Nullable Long id,
        String prepayNo,
        String paymentNo,
        long amountMinor,
        String currency,
        State state,
        SandboxRefund.State refundOutcome,
        Instant createdAt,
        @Version int version) {
    /** States by the channel's own names. */
    enum State {
        /** Prepared, no money. */
        NOTPAY,
        /** Money came in. */
        SUCCESS,
        /** Closed by the merchant. */
        CLOSED
    }

    SandboxPayment in(State newState) {
        return SandboxPaymentBuilder.builder(this).state(newState).build();
    }

    SandboxPayment refundsEnd(SandboxRefund.State outcome) {
        return SandboxPaymentBuilder.builder(this).refundOutcome(outcome).build();
    }
}
