package org.tucai.payment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/**
 * Money on its way back.
 *
 * @param no {@code ref_…}, also the merchant's refund number at the channel: the same on every try
 * @param paymentNo whose money it is
 * @param subjectNo what was paid for
 * @param amountMinor fen, above 0
 * @param reason what the payer reads, at most 80 characters
 * @param requestedBy {@code ROLE:no} of who asked
 * @param requestKey the Idempotency-Key that it was asked for with, unique for who asked; null without one
 * @param channelRefundNo the channel's name for it; null until accepted
 * @param submitAt when it may go to the channel, or may go there once more; without meaning for one that is given back by hand
 * @param note what the channel said when it did not go through, or how a person gave the money back
 */
@Row
@MappedEntity("refund")
public record Refund(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String paymentNo,
        String subjectNo,
        long amountMinor,
        String reason,
        String requestedBy,
        @Nullable String requestKey,
        RefundStatus status,
        @Nullable String channelRefundNo,
        @Nullable String note,
        Instant requestedAt,
        Instant submitAt,
        @Nullable Instant checkedAt,
        @Nullable Instant settledAt,
        @Version int version) {

    public Money amount() {
        return Money.fen(amountMinor);
    }

    /** Who asked. */
    public Actor requester() {
        return Actor.parse(requestedBy);
    }

    /** Whether the channel was given that long to take it, and has not. */
    boolean isUntakenAt(Instant at, Duration patience) {
        return status == RefundStatus.SUBMITTED && submitAt.isBefore(at.minus(patience));
    }

    /** Whether the channel had taken it and is asked for it once more: what it says of it by itself may be of the try before. */
    boolean isAskedOnceMore() {
        return status == RefundStatus.SUBMITTED && channelRefundNo != null;
    }

    Refund submitted() {
        return moved(RefundStatus.SUBMITTED).build();
    }

    /** The channel is asked once more, and has its time anew: what it had taken it may be paying, and a second hand would pay twice. */
    Refund retried(Instant at) {
        return moved(RefundStatus.SUBMITTED).submitAt(at).build();
    }

    /** The channel's news; {@code at} when it is final. */
    Refund became(RefundStatus outcome, @Nullable String channelNo, @Nullable String said, @Nullable Instant at) {
        return moved(outcome)
                .channelRefundNo(channelNo == null ? channelRefundNo : channelNo)
                .note(said)
                .settledAt(at)
                .build();
    }

    private RefundBuilder moved(RefundStatus wanted) {
        return RefundBuilder.builder(this).status(status.to(wanted, no));
    }
}
