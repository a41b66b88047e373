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
 * Money that goes back to its payer.
 *
 * @param no {@code ref_…}, also the merchant's refund number at the channel: the same on every attempt
 * @param paymentNo whose money it is
 * @param subjectNo what was paid for
 * @param amountMinor fen, above 0
 * @param reason what the payer reads, at most 80 characters
 * @param requestedBy {@code ROLE:no} of who asked
 * @param requestKey the Idempotency-Key of the request, unique per requester; null without one
 * @param channelRefundNo the channel's number for it; null until accepted
 * @param submitAt when it may be sent to the channel, the first time or again; meaningless for a refund given back by hand
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

    /** Whether the channel has had longer than that to accept it, and has not. */
    boolean isUntakenAt(Instant at, Duration patience) {
        return status == RefundStatus.SUBMITTED && submitAt.isBefore(at.minus(patience));
    }

    /** Whether the channel accepted it before and is asked again: news other than the answer may be about the previous attempt. */
    boolean isAskedOnceMore() {
        return status == RefundStatus.SUBMITTED && channelRefundNo != null;
    }

    Refund submitted() {
        return moved(RefundStatus.SUBMITTED).build();
    }

    /** The channel is asked again and gets its full time anew: it may still pay what it had accepted, so a person must not pay yet. */
    Refund retried(Instant at) {
        return moved(RefundStatus.SUBMITTED).submitAt(at).build();
    }

    /** Moved by the channel's news; {@code at} is given when it is final. */
    Refund became(RefundStatus outcome, @Nullable String channelNo, @Nullable String said, @Nullable Instant at) {
        return moved(outcome)
                .channelRefundNo(channelNo == null ? channelRefundNo : channelNo)
                .note(said)
                .settledAt(at)
                .build();
    }

    /** For this closed refund: what is left of its payment, given back by a person, as a refund of its own. */
    Refund restHandedBack(String restNo, long minor, String how, Actor by, Instant at) {
        return new Refund(
                null,
                restNo,
                paymentNo,
                subjectNo,
                minor,
                reason,
                by.toString(),
                null,
                RefundStatus.HANDED_BACK,
                null,
                how,
                at,
                at,
                null,
                at,
                0);
    }

    private RefundBuilder moved(RefundStatus wanted) {
        return RefundBuilder.builder(this).status(status.to(wanted, no));
    }
}
