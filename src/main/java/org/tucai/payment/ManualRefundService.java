package org.tucai.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Refunds that a person requests: other features may veto them, and they are audited. */
@Singleton
public class ManualRefundService {
    private final PaymentRepository payments;
    private final RefundService refunds;
    private final RefundOutcomeService outcomes;
    private final Followers followers;
    private final AuditTrail audit;

    ManualRefundService(
            PaymentRepository payments,
            RefundService refunds,
            RefundOutcomeService outcomes,
            Followers followers,
            AuditTrail audit) {
        this.payments = payments;
        this.refunds = refunds;
        this.outcomes = outcomes;
        this.followers = followers;
        this.audit = audit;
    }

    /**
     * Asks the channel again for a stuck refund, after a person has looked at it.
     *
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_STUCK}
     */
    @Transactional
    public Refund retry(String refundNo, Actor by) {
        Refund refund = refunds.retry(refundNo);
        audit.record(by, "refund-retried", refundNo, refund.paymentNo());
        return refund;
    }

    /**
     * Records that a person gave money back outside the channel, or settled money that went back twice.
     *
     * @param how in a few words for the books, at most 200 characters, never personal data
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_BY_HAND}
     */
    @Transactional
    public Refund handedBack(String refundNo, String how, Actor by) {
        Refund refund = outcomes.handedBack(refundNo, how, by);
        String what = refund.status() == RefundStatus.HANDED_BACK ? "refund-handed-back" : "refund-made-good";
        audit.record(by, what, refundNo, refund.paymentNo() + " " + refund.amountMinor() + " fen");
        return refund;
    }

    /**
     * The same for what is left of a payment, less than the refund that the channel closed.
     *
     * @throws ProblemException {@link PaymentProblem#REFUND_NOT_BY_HAND}, {@link PaymentProblem#NOT_WHAT_IS_LEFT}
     */
    @Transactional
    public Refund restHandedBack(String refundNo, long minor, String how, Actor by) {
        Refund rest = outcomes.restHandedBack(refundNo, minor, how, by);
        audit.record(by, "refund-handed-back", rest.no(), rest.paymentNo() + " " + minor + " fen, rest of " + refundNo);
        return rest;
    }

    /**
     * Promises money of one payment back at a person's request. Repeated with the same key it is the same refund, even when the
     * first answer was lost.
     *
     * @throws ProblemException by a {@link RefundVeto}, by {@link RefundPolicy}, or {@link PlatformProblem#IDEMPOTENCY_KEY_REUSED}
     */
    @Transactional
    public Refund request(RequestRefund wanted) {
        Payment payment = payments.findByNo(wanted.paymentNo()).orElseThrow(PlatformProblem::notFound);
        followers.lock(payment.subjectNo());
        return refunds.askedBefore(wanted).orElseGet(() -> promise(payment, wanted));
    }

    /** {@link RefundService#askedBefore}. */
    @Transactional
    public Optional<Refund> askedBefore(RequestRefund wanted) {
        return refunds.askedBefore(wanted);
    }

    private Refund promise(Payment payment, RequestRefund wanted) {
        followers.checkRefund(payment, wanted.amount());
        Refund refund = refunds.request(wanted);
        audit.record(wanted.by(), "refund-requested", refund.no(), payment.no() + " " + refund.amountMinor() + " fen");
        return refund;
    }
}
