package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.IdSpans;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.Page;

/** Reads payments and refunds. */
@Singleton
public class PaymentBook {
    private final PaymentRepository payments;
    private final RefundRepository refunds;
    private final InstantSource clock;

    PaymentBook(PaymentRepository payments, RefundRepository refunds, InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.clock = clock;
    }

    public Payment payment(String no) {
        return payments.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    public Refund refund(String no) {
        return refunds.findByNo(no).orElseThrow(PlatformProblem::notFound);
    }

    /** The payments that these refunds belong to, by number. */
    public Map<String, Payment> paymentsOf(List<Refund> of) {
        Set<String> nos = of.stream().map(Refund::paymentNo).collect(Collectors.toSet());
        return nos.isEmpty()
                ? Map.of()
                : payments.findByNoIn(nos).stream().collect(Collectors.toMap(Payment::no, Function.identity()));
    }

    /** All payments of a subject, oldest first. */
    public List<Payment> paymentsOf(String subjectNo) {
        return payments.findBySubjectNoOrderByIdAsc(subjectNo);
    }

    /** All refunds of a subject, oldest first. */
    public List<Refund> refundsOf(String subjectNo) {
        return refunds.findBySubjectNoOrderByIdAsc(subjectNo);
    }

    /** Whether the money of a refund is still to come by it or another way; false for one that the channel closed and others replaced. */
    public boolean isOwed(Refund refund) {
        return refund.status() != RefundStatus.CLOSED || refunds.isStillOwed(refund.no());
    }

    /**
     * Payments, newest first.
     *
     * @param attention only those whose money was not kept and is not back with its payer, and those that the channel has not reported on
     *     for {@link ChannelRound#PATIENCE} after they expired
     * @param transactionNo only those with that number at their channel; null for all
     */
    public Page<Payment> payments(
            @Nullable PaymentStatus status,
            boolean attention,
            @Nullable String transactionNo,
            Cursor after,
            int limit) {
        String name = status == null ? null : status.name();
        return Page.of(
                found(name, attention, transactionNo, after, limit + 1), limit, p -> new Cursor(p.createdAt(), p.no()));
    }

    private List<Payment> found(
            @Nullable String status, boolean attention, @Nullable String transactionNo, Cursor after, int most) {
        if (attention) {
            return payments.attention(after.at(), after.no(), status, transactionNo, silentSince(), most);
        }
        return transactionNo == null
                ? payments.page(after.at(), after.no(), status, most)
                : payments.ofTransaction(transactionNo, after.at(), after.no(), status, most);
    }

    /**
     * Refunds, newest first.
     *
     * @param attention only those that the channel no longer accepts, closed without a new request since, has not accepted for {@link
     *     ChannelRound#PATIENCE}, has accepted but not completed for {@link RefundPolicy#LONGEST_WAY}, or paid after a person had
     */
    public Page<Refund> refunds(@Nullable RefundStatus status, boolean attention, Cursor after, int limit) {
        String name = status == null ? null : status.name();
        return Page.of(
                refunds.page(after.at(), after.no(), name, attention, silentSince(), underWaySince(), limit + 1),
                limit,
                r -> new Cursor(r.requestedAt(), r.no()));
    }

    /**
     * What a manager has to do about those of the refunds that need a person, by number.
     *
     * @param payments those that the refunds belong to, as {@link #paymentsOf(List)} returns them
     */
    public Map<String, RefundStep> steps(List<Refund> of, Map<String, Payment> payments) {
        if (of.isEmpty()) {
            return Map.of();
        }
        List<String> nos = of.stream().map(Refund::no).toList();
        Set<String> wanted = Set.copyOf(refunds.needingPerson(nos, silentSince(), underWaySince()));
        Instant now = clock.instant();
        Map<String, RefundStep> steps = new HashMap<>();
        for (Refund refund : of) {
            Payment payment = Objects.requireNonNull(payments.get(refund.paymentNo()));
            RefundStep step = wanted.contains(refund.no()) ? RefundStep.of(refund, payment, now) : null;
            if (step != null) {
                steps.put(refund.no(), step);
            }
        }
        return steps;
    }

    private Instant underWaySince() {
        return clock.instant().minus(RefundPolicy.LONGEST_WAY);
    }

    private Instant silentSince() {
        return clock.instant().minus(ChannelRound.PATIENCE);
    }

    /** Money received per day in China; days without any are left out. */
    public List<DaySum> receivedByDay(Instant from, Instant to) {
        return payments.receivedByDay(from, to);
    }

    /** Money returned to payers per day in China; days without any are left out. */
    public List<DaySum> refundedByDay(Instant from, Instant to) {
        return refunds.refundedByDay(from, to);
    }

    /** The sums over all payments and refunds. */
    public Balance balance() {
        return payments.balance();
    }

    /** The id of the newest payment; 0 when there is none. */
    public long lastId() {
        return payments.lastId();
    }

    /** Numbers of payments whose sums differ from their refunds; empty unless the rows were changed outside this program. */
    public List<String> outOfStep(int most) {
        return IdSpans.collect(payments.lastId(), most, payments::outOfStep);
    }
}
