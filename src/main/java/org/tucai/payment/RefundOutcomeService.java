package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.platform.db.ColumnText;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/**
 * Records the outcome of refunds, as the channel reports it or a person enters it. Locks the subject first, the payment second, the
 * refund last.
 */
@Singleton
public class RefundOutcomeService {
    private static final int LONGEST_NOTE = 200;

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final RefundGate gate;
    private final Followers followers;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    RefundOutcomeService(
            PaymentRepository payments,
            RefundRepository refunds,
            RefundGate gate,
            Followers followers,
            PublicNumbers numbers,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.gate = gate;
        this.followers = followers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Records, before the channel is asked, that it may know of the refund; returns the refund as it stands. */
    @Transactional
    public Refund submitting(String refundNo) {
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        return refund.status() == RefundStatus.REQUESTED ? moved(refund, refund.submitted(), "submitting") : refund;
    }

    /**
     * Records what the channel says of a refund. Safe for repeated, late and out-of-order news: an outcome is never undone, and a refund
     * that is being retried does not become abnormal through news of the previous attempt.
     *
     * @throws ProblemException {@link PaymentProblem#CALLBACK_UNKNOWN}
     */
    @Transactional
    public void settle(ChannelRefund news, String cause) {
        record(news, cause, false);
    }

    /**
     * Records what the channel answered when it was asked for a refund.
     *
     * @throws ProblemException {@link PaymentProblem#CALLBACK_UNKNOWN}
     */
    @Transactional
    public void answered(ChannelRefund answer, String cause) {
        record(answer, cause, true);
    }

    private void record(ChannelRefund news, String cause, boolean answer) {
        Refund known = refunds.findByNo(news.refundNo()).orElseThrow(RefundOutcomeService::unknown);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(known.paymentNo()).orElseThrow(RefundOutcomeService::unknown);
        Refund refund = refunds.lock(news.refundNo()).orElseThrow(RefundOutcomeService::unknown);
        if (refund.status() == RefundStatus.BACK_TWICE) {
            return; // repeated news; a person handles it already
        }
        switch (news.state()) {
            case SUCCEEDED -> {
                if (refund.status() == RefundStatus.HANDED_BACK) {
                    backTwice(refund, news, cause);
                } else if (news.amountMinor() == refund.amountMinor()) {
                    finish(payment, refund, news, RefundStatus.SUCCEEDED, cause);
                } else {
                    ofAnotherAmount(refund, news, cause);
                }
            }
            case CLOSED -> finish(payment, refund, news, RefundStatus.CLOSED, cause);
            case PROCESSING -> step(refund, news, RefundStatus.PROCESSING, cause);
            case ABNORMAL -> {
                if (answer || !refund.isAskedOnceMore()) {
                    step(refund, news, RefundStatus.ABNORMAL, cause);
                }
            }
            case UNKNOWN -> {
                // the channel does not know it: the submitting job asks again with the same number
            }
        }
    }

    private void step(Refund refund, ChannelRefund news, RefundStatus to, String cause) {
        if (refund.status().next().contains(to)) {
            moved(refund, refund.became(to, news.channelRefundNo(), shortNote(news.note()), null), cause);
        }
    }

    /** A refund of a wrong amount is neither completed nor repeated: a person compares it with the channel's bill. */
    private void ofAnotherAmount(Refund refund, ChannelRefund news, String cause) {
        if (refund.status().next().contains(RefundStatus.ABNORMAL)) {
            String note = "支付通道退回 %s 元，与应退 %s 元不符，请与通道核对"
                    .formatted(
                            Money.fen(news.amountMinor()).decimal(),
                            refund.amount().decimal());
            moved(refund, refund.became(RefundStatus.ABNORMAL, news.channelRefundNo(), note, null), cause);
        }
    }

    /** Counts the channel's refund in the books from now on; a person settles what was given back by hand. */
    private void backTwice(Refund refund, ChannelRefund news, String cause) {
        Instant at = news.at() == null ? clock.instant() : news.at();
        String note = "支付通道也已退回 %s 元；此前线下退还：%s"
                .formatted(Money.fen(news.amountMinor()).decimal(), refund.note());
        moved(refund, refund.became(RefundStatus.BACK_TWICE, news.channelRefundNo(), shortNote(note), at), cause);
    }

    private void finish(Payment payment, Refund refund, ChannelRefund news, RefundStatus to, String cause) {
        if (!refund.status().next().contains(to)) {
            return;
        }
        Instant at = news.at() == null ? clock.instant() : news.at();
        Refund done = moved(refund, refund.became(to, news.channelRefundNo(), shortNote(news.note()), at), cause);
        long minor = refund.amountMinor();
        Payment after = to == RefundStatus.SUCCEEDED ? payment.refundDone(minor) : payment.refundGivenUp(minor);
        followers.refundSettled(payments.update(after), done);
    }

    /**
     * Records that a person gave back what is left of a payment, for a refund that the channel closed and of which a part went back since:
     * as a refund of its own, because the closed one was of another amount. The closed one is then no longer owed.
     *
     * @param minor what was given back, in fen: all that is owed of the payment, less than the closed refund
     * @param how as with {@link #handedBack}
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_BY_HAND}, {@link PaymentProblem#NOT_WHAT_IS_LEFT}
     */
    @Transactional
    public Refund restHandedBack(String refundNo, long minor, String how, Actor by) {
        Refund known = refunds.findByNo(refundNo).orElseThrow(PlatformProblem::notFound);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(known.paymentNo()).orElseThrow(PlatformProblem::notFound);
        Refund closed = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        boolean givenUp = closed.status() == RefundStatus.CLOSED && refunds.isStillOwed(refundNo);
        if (!givenUp && !isOwedByHand(closed)) {
            throw new ProblemException(PaymentProblem.REFUND_NOT_BY_HAND);
        }
        long left = givenUp ? Math.min(payment.owedMinor(), closed.amountMinor()) : closed.amountMinor();
        if (minor != left || left == closed.amountMinor()) {
            throw new ProblemException(
                    PaymentProblem.NOT_WHAT_IS_LEFT, Money.fen(left).decimal());
        }
        Refund rest = gate.born(closed.restHandedBack(numbers.next("ref"), minor, how, by, clock.instant()), by);
        Payment taken = payments.update(payment.refundTakenUp(minor));
        followers.refundRequested(taken, rest);
        followers.refundSettled(payments.update(taken.refundDone(minor)), rest);
        return rest;
    }

    /**
     * Records that a person gave money back outside the channel, for a refund that is owed, that the channel closed, or that it has not
     * accepted for {@link ChannelRound#LONGEST_SILENCE}; or that a person settled a refund that the channel paid as well.
     *
     * @param how in a few words for the books, at most 200 characters
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_BY_HAND}; {@link PaymentProblem#REFUND_ABOVE_REMAINING} when part of the
     *     money was promised again since
     */
    @Transactional
    public Refund handedBack(String refundNo, String how, Actor by) {
        Refund known = refunds.findByNo(refundNo).orElseThrow(PlatformProblem::notFound);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(known.paymentNo()).orElseThrow(PlatformProblem::notFound);
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        if (refund.status() == RefundStatus.BACK_TWICE) {
            Refund once = refund.became(RefundStatus.SUCCEEDED, null, how, refund.settledAt());
            return gate.move(refund, once, "made-good", by);
        }
        boolean givenUp = refund.status() == RefundStatus.CLOSED;
        boolean owed = givenUp ? refunds.isStillOwed(refundNo) : isOwedByHand(refund);
        if (!owed) {
            throw new ProblemException(PaymentProblem.REFUND_NOT_BY_HAND);
        }
        if (givenUp && refund.amountMinor() > payment.owedMinor()) {
            throw new ProblemException(
                    PaymentProblem.REFUND_ABOVE_REMAINING,
                    Money.fen(payment.owedMinor()).decimal());
        }
        Refund done = gate.move(
                refund, refund.became(RefundStatus.HANDED_BACK, null, how, clock.instant()), "handed-back", by);
        if (givenUp) {
            payment = payments.update(payment.refundTakenUp(refund.amountMinor()));
            followers.refundRequested(payment, done);
        }
        followers.refundSettled(payments.update(payment.refundDone(refund.amountMinor())), done);
        return done;
    }

    private boolean isOwedByHand(Refund refund) {
        return refund.status() == RefundStatus.BY_HAND
                || refund.isUntakenAt(clock.instant(), ChannelRound.LONGEST_SILENCE);
    }

    private Refund moved(Refund from, Refund to, String cause) {
        return gate.move(from, to, cause, Actor.SYSTEM);
    }

    private static @Nullable String shortNote(@Nullable String note) {
        return note == null ? null : ColumnText.cut(note, LONGEST_NOTE);
    }

    private static ProblemException unknown() {
        return new ProblemException(PaymentProblem.CALLBACK_UNKNOWN);
    }
}
