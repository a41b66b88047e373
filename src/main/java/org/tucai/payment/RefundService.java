package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/**
 * Promises money back: the intent in the caller's transaction, the call by a job; {@link RefundOutcomeService} records the outcome. Locks
 * the subject first, the payment second, the refund last.
 */
@Singleton
public class RefundService {
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final RefundGate gate;
    private final Followers followers;
    private final PublicNumbers numbers;
    private final JobQueue jobs;
    private final InstantSource clock;

    RefundService(
            PaymentRepository payments,
            RefundRepository refunds,
            RefundGate gate,
            Followers followers,
            PublicNumbers numbers,
            JobQueue jobs,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.gate = gate;
        this.followers = followers;
        this.numbers = numbers;
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
     * Promises money back. Call under the subject's lock, in its transaction; the sum of all promises never exceeds the amount paid,
     * however many callers ask at once.
     *
     * @throws ProblemException by the channel's rules: {@link RefundPolicy}
     */
    @Transactional
    public Refund request(RequestRefund wanted) {
        Payment payment = payments.lock(wanted.paymentNo()).orElseThrow(PlatformProblem::notFound);
        Instant now = clock.instant();
        RefundPolicy.check(payment, wanted.amount().minor(), now);
        return request(payment, wanted, now);
    }

    private Refund request(Payment payment, RequestRefund wanted, Instant now) {
        Instant slot = RefundPolicy.nextSlot(payment.refundSlotAt(), now);
        Refund refund = promise(payment, wanted, RefundStatus.REQUESTED, slot, now);
        jobs.enqueue(SubmitRefundJob.TYPE, refund.no(), slot);
        return refund;
    }

    /**
     * As {@link #request}, but what the channel no longer accepts is recorded as owed, {@link RefundStatus#BY_HAND}, and not refused:
     * events that lead to a refund must not fail because of the channel's rules.
     */
    @Transactional
    public Refund requestOrOwe(RequestRefund wanted) {
        Payment payment = payments.lock(wanted.paymentNo()).orElseThrow(PlatformProblem::notFound);
        RefundPolicy.checkAmount(payment, wanted.amount().minor());
        Instant now =
                clock.instant(); // once: otherwise the refund period could end between the decision and the request
        return RefundPolicy.refusal(payment, now) == null
                ? request(payment, wanted, now)
                : promise(payment, wanted, RefundStatus.BY_HAND, payment.refundSlotAt(), now);
    }

    private Refund promise(
            Payment payment, RequestRefund wanted, RefundStatus status, @Nullable Instant slot, Instant now) {
        long minor = wanted.amount().minor();
        Refund refund = gate.born(
                new Refund(
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
                        0),
                wanted.by());
        Payment asked = payments.update(payment.refundAsked(minor, wanted.leftOutMinor(), slot));
        followers.refundRequested(asked, refund);
        return refund;
    }

    /**
     * Asks the channel again for a stuck refund, under the same number.
     *
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_STUCK}
     */
    @Transactional
    public Refund retry(String refundNo) {
        Refund refund = refunds.lock(refundNo).orElseThrow(PlatformProblem::notFound);
        return switch (refund.status()) {
            case ABNORMAL -> {
                jobs.enqueue(SubmitRefundJob.TYPE, refundNo);
                yield gate.move(refund, refund.retried(clock.instant()), "retried", Actor.SYSTEM);
            }
            case SUBMITTED -> {
                // its job may still be retrying: the next check asks the channel, instead of a second job
                refunds.checkSoon(refundNo);
                yield refund;
            }
            case REQUESTED, PROCESSING, SUCCEEDED, CLOSED, BY_HAND, HANDED_BACK, BACK_TWICE ->
                throw new ProblemException(PaymentProblem.REFUND_NOT_STUCK);
        };
    }
}
