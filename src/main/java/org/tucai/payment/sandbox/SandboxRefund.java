package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;

/** The channel's own row of a refund. */
@Row
@MappedEntity("sandbox_refund")
record SandboxRefund(
        @Id @GeneratedValue @Nullable Long id,
        String refundNo,
        String channelRefundNo,
        String transactionNo,
        long amountMinor,
        String reason,
        State state,
        Instant acceptedAt,
        @Nullable Instant settledAt,
        @Version int version) {
    /** States by the channel's own names. */
    enum State {
        /** Accepted, on its way. */
        PROCESSING,
        /** With the payer. */
        SUCCESS,
        /** Given up. */
        CLOSED,
        /** The payer's account does not accept it. */
        ABNORMAL
    }

    /** Requested again under its number, after it did not go through. */
    SandboxRefund again(Instant at) {
        return SandboxRefundBuilder.builder(this)
                .state(State.PROCESSING)
                .acceptedAt(at)
                .settledAt(null)
                .build();
    }

    SandboxRefund ended(State outcome, Instant at) {
        return SandboxRefundBuilder.builder(this).state(outcome).settledAt(at).build();
    }
}
