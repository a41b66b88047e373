package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The channel's own row of a refund. */
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
    /** As the channel names them. */
    enum State {
        /** Accepted, on its way. */
        PROCESSING,
        /** With the payer. */
        SUCCESS,
        /** Given up. */
        CLOSED,
        /** The payer's account does not take it. */
        ABNORMAL
    }

    /** Asked for once more under its number, after it did not get through. */
    SandboxRefund again(Instant at) {
        return new SandboxRefund(
                id, refundNo, channelRefundNo, transactionNo, amountMinor, reason, State.PROCESSING, at, null, version);
    }

    SandboxRefund ended(State outcome, Instant at) {
        return new SandboxRefund(
                id, refundNo, channelRefundNo, transactionNo, amountMinor, reason, outcome, acceptedAt, at, version);
    }
}
