package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/**
 * Gives money back: the intent in the caller's transaction, the call by a job, the outcome by callback or query. Locks the
 * subject first, the payment second, the refund last.
 */
@Singleton
public class RefundService {
    static final String KIND = "refund";
    private static final int LONGEST_NOTE = 200;

    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final Followers followers;
    private final PublicNumbers numbers;
    private final StateHistory history;
    private final JobQueue jobs;
    private final InstantSource clock;

    RefundService(
            PaymentRepository payments,
            RefundRepository refunds,
            Followers followers,
            PublicNumbers numbers,
            StateHistory history,
            JobQueue jobs,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.followers = followers;
        this.numbers = numbers;
        this.history = history;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * The refund that was asked for before with the same key by the same caller. Call under the subject's lock.
     *
     * @throws ProblemException {@link PlatformProblem#IDEMPOTENCY_KEY_REUSED} when that was another refund
     */
    @Transactional
    public Optional<Refund> askedBefore(RequestRefund wanted) {
        if (wanted.key() == null) {
            return Optional.empty();
        }
        Optional<Refund> known =
                refunds.findByRequestedByAndRequestKey(wanted.by().toString(), wanted.key());
        known.filter(r -> !r.paymentNo().equals(wanted.paymentNo())
                        || r.amountMinor() != wanted.amount().minor()
                        || !r.reason().equals(RefundPolicy.fit(wanted.reason())))
                .ifPresent(r -> {
                    throw new ProblemException(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
                });
        return known;
    }

    /**
     * Promises money back. Call under the subject's lock, in its transaction; the sum of all promises never exceeds what came
     * in, however many ask at once.
     *
     * @throws ProblemException by the channel's rules: {@link RefundPolicy}
     */
    @Transactional
    public Refund request(RequestRefund wanted) {
        Payment payment = payments.lock(wanted.paymentNo()).orElseThrow(PlatformProblem::notFound);
        Instant now = clock.instant();
        RefundPolicy.check(payment, wanted.amount().minor(), now);
        Instant slot = RefundPolicy.nextSlot(payment.refundSlotAt(), now);
        Refund refund = promise(payment, wanted, RefundStatus.REQUESTED, slot);
        jobs.enqueue(SubmitRefundJob.TYPE, refund.no(), slot);
        return refund;
    }

    /**
     * As {@link #request}, but what the channel takes no more is owed all the same: {@link RefundStatus#BY_HAND}. Whoever gives
     * money back because of something else that happens is not kept from that by the channel's rules.
     */
    @Transactional
    public Refund requestOrOwe(RequestRefund wanted) {
        Payment payment = payments.lock(wanted.paymentNo()).orElseThrow(PlatformProblem::notFound);
        RefundPolicy.checkAmount(payment, wanted.amount().minor());
        return RefundPolicy.refusal(payment, clock.instant()) == null
                ? request(wanted)
                : promise(payment, wanted, RefundStatus.BY_HAND, payment.refundSlotAt());
    }

    private Refund promise(Payment payment, RequestRefund wanted, RefundStatus status, @Nullable Instant slot) {
        Instant now = clock.instant();
        long minor = wanted.amount().minor();
        Refund refund = refunds.save(new Refund(
                null,
                numbers.next("ref"),
                payment.no(),
                payment.subjectNo(),
                minor,
                RefundPolicy.fit(wanted.reason()),
                wanted.by().toString(),
                wanted.key(),
                status,
                null,
                null,
                now,
                slot == null ? now : slot,
                null,
                null,
                0));
        Payment asked = payments.update(payment.refundAsked(minor, slot));
        history.moved(KIND, refund.no(), null, refund.status(), "requested", wanted.by());
        followers.refundRequested(asked, refund);
        return refund;
    }

    /**
     * A person gave the money of an owed refund, of one that the channel gave up, or of one that it has not taken for {@link
     * ChannelRound#LONGEST_SILENCE}, back outside the channel.
     *
     * @param how in a few words for the books, at most 200 characters
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_BY_HAND}; {@link PaymentProblem#REFUND_ABOVE_REMAINING} when a part of it was
     *     promised anew
     */
    @Transactional
    public Refund handedBack(String refundNo, String how, Actor by) {
        Refund known = refunds.findByNo(refundNo).orElseThrow(PlatformProblem::notFound);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(known.paymentNo()).orElseThrow(PlatformProblem::notFound);
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        boolean givenUp = refund.status() == RefundStatus.CLOSED;
        boolean owed = givenUp ? refunds.isStillOwed(refundNo) : isOwedByHand(refund);
        if (!owed) {
            throw new ProblemException(PaymentProblem.REFUND_NOT_BY_HAND);
        }
        if (givenUp) {
            RefundPolicy.checkAmount(payment, refund.amountMinor());
        }
        Refund done = refunds.update(refund.became(RefundStatus.HANDED_BACK, null, how, clock.instant()));
        history.moved(KIND, refundNo, refund.status(), done.status(), "handed-back", by);
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

    /** Notes, before the channel is asked, that it may know of the refund. Answers the refund as it stands. */
    @Transactional
    public Refund submitting(String refundNo) {
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        return refund.status() == RefundStatus.REQUESTED ? moved(refund, refund.submitted(), "submitting") : refund;
    }

    /**
     * Asks the channel once more for a refund that got stuck, with the same number.
     *
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_STUCK}
     */
    @Transactional
    public Refund retry(String refundNo) {
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        return switch (refund.status()) {
            case ABNORMAL -> {
                jobs.enqueue(SubmitRefundJob.TYPE, refundNo);
                yield moved(refund, refund.retried(clock.instant()), "retried");
            }
            case SUBMITTED -> {
                // its job may still be trying: the next check asks, not one job more
                refunds.checkSoon(refundNo);
                yield refund;
            }
            case REQUESTED, PROCESSING, SUCCEEDED, CLOSED, BY_HAND, HANDED_BACK ->
                throw new ProblemException(PaymentProblem.REFUND_NOT_STUCK);
        };
    }

    /**
     * Records what the channel says of a refund. Safe for repeated, late and out-of-order news: an outcome is never undone, and one that
     * is asked for once more is not abnormal for what became of the try before.
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
        Refund known = refunds.findByNo(news.refundNo()).orElseThrow(RefundService::unknown);
        followers.lock(known.subjectNo());
        Payment payment = payments.lock(known.paymentNo()).orElseThrow(RefundService::unknown);
        Refund refund = refunds.lock(news.refundNo()).orElseThrow(RefundService::unknown);
        switch (news.state()) {
            case SUCCEEDED -> {
                if (news.amountMinor() == refund.amountMinor()) {
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
                // the channel never heard of it: the submitting job asks again with the same number
            }
        }
    }

    private void step(Refund refund, ChannelRefund news, RefundStatus to, String cause) {
        if (refund.status().next().contains(to)) {
            moved(refund, refund.became(to, news.channelRefundNo(), shortNote(news.note()), null), cause);
        }
    }

    /** Neither done nor to be done again by the program: a person compares it with the channel's bill. */
    private void ofAnotherAmount(Refund refund, ChannelRefund news, String cause) {
        if (refund.status().next().contains(RefundStatus.ABNORMAL)) {
            String note = "支付通道退回 %s 元，与应退 %s 元不符，请与通道核对"
                    .formatted(
                            Money.fen(news.amountMinor()).decimal(),
                            refund.amount().decimal());
            moved(refund, refund.became(RefundStatus.ABNORMAL, news.channelRefundNo(), note, null), cause);
        }
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

    private Refund moved(Refund from, Refund to, String cause) {
        history.moved(KIND, to.no(), from.status(), to.status(), cause, Actor.SYSTEM);
        return refunds.update(to);
    }

    private static @Nullable String shortNote(@Nullable String note) {
        return note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }

    private static ProblemException unknown() {
        return new ProblemException(PaymentProblem.CALLBACK_UNKNOWN);
    }
}
