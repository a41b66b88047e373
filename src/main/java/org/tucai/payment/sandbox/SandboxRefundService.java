package org.tucai.payment.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tucai.payment.GatewayException;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.job.JobQueue;

/** The channel's side of refunds, with the real channel's limits (DOMAIN §4), so that violations show up in the sandbox. */
@Singleton
@Requires(property = "tucai.sandbox", value = "true")
public class SandboxRefundService {
    private static final Duration LONGEST_AFTER_PAYMENT = Duration.ofDays(365);
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final SandboxRefundRepository refunds;
    private final SandboxTransactionRepository transactions;
    private final SandboxPaymentRepository payments;
    private final SandboxCallbacks callbacks;
    private final PublicNumbers numbers;
    private final JobQueue jobs;
    private final InstantSource clock;
    private final Duration takes;

    SandboxRefundService(
            SandboxRefundRepository refunds,
            SandboxTransactionRepository transactions,
            SandboxPaymentRepository payments,
            SandboxCallbacks callbacks,
            PublicNumbers numbers,
            JobQueue jobs,
            InstantSource clock,
            @Value("${tucai.payment.sandbox.refund-takes}") Duration takes) {
        this.refunds = refunds;
        this.transactions = transactions;
        this.payments = payments;
        this.callbacks = callbacks;
        this.numbers = numbers;
        this.jobs = jobs;
        this.clock = clock;
        this.takes = takes;
    }

    /** Accepts a refund, once per number; the money moves later. */
    @Transactional
    public SandboxRefund accept(String transactionNo, String refundNo, long minor, String reason) {
        SandboxTransaction money =
                transactions.lock(transactionNo).orElseThrow(() -> refused("no transaction " + transactionNo));
        Optional<SandboxRefund> known = refunds.findByRefundNo(refundNo);
        if (known.isPresent()) {
            return again(same(known.get(), transactionNo, minor));
        }
        checkLimits(money, minor, reason);
        Instant now = clock.instant();
        SandboxRefund accepted = refunds.save(new SandboxRefund(
                null,
                refundNo,
                numbers.next("crf"),
                transactionNo,
                minor,
                reason,
                SandboxRefund.State.PROCESSING,
                now,
                null,
                0));
        jobs.enqueue(FinishSandboxRefundJob.TYPE, refundNo, now.plus(takes));
        return accepted;
    }

    /** Ends the refund with the outcome that is set on its payment. */
    @Transactional
    public void finish(String refundNo) {
        SandboxRefund refund = refunds.findByRefundNo(refundNo).orElseThrow();
        if (refund.state() != SandboxRefund.State.PROCESSING) {
            return;
        }
        SandboxRefund.State outcome = transactions
                .lock(refund.transactionNo())
                .flatMap(t -> payments.findByPaymentNo(t.paymentNo()))
                .orElseThrow()
                .refundOutcome();
        refunds.update(refund.ended(outcome, clock.instant()));
        callbacks.oweRefund(refundNo, clock.instant());
    }

    Optional<SandboxRefund> refund(String refundNo) {
        return refunds.findByRefundNo(refundNo);
    }

    /** Like the real channel: retries a failed refund under the same number, returns any other as it stands. */
    private SandboxRefund again(SandboxRefund known) {
        if (known.state() != SandboxRefund.State.ABNORMAL) {
            return known;
        }
        Instant now = clock.instant();
        jobs.enqueue(FinishSandboxRefundJob.TYPE, known.refundNo(), now.plus(takes));
        return refunds.update(known.again(now));
    }

    /** The refunds that reached payers in that time. */
    List<SandboxRefund> doneBetween(Instant from, Instant until) {
        return refunds.doneBetween(from, until);
    }

    private static SandboxRefund same(SandboxRefund known, String transactionNo, long minor) {
        if (!known.transactionNo().equals(transactionNo) || known.amountMinor() != minor) {
            throw refused("refund number " + known.refundNo() + " was used for another refund");
        }
        return known;
    }

    private void checkLimits(SandboxTransaction money, long minor, String reason) {
        Instant now = clock.instant();
        List<SandboxRefund> earlier = refunds.findByTransactionNo(money.transactionNo());
        long gone = earlier.stream()
                .filter(r -> r.state() != SandboxRefund.State.CLOSED)
                .mapToLong(SandboxRefund::amountMinor)
                .sum();
        if (minor <= 0 || gone + minor > money.paidMinor()) {
            throw refused("above the remaining amount");
        }
        if (earlier.size() >= MOST) {
            throw refused("more than " + MOST + " refunds");
        }
        if (now.isAfter(money.paidAt().plus(LONGEST_AFTER_PAYMENT))) {
            throw refused("over a year after the payment");
        }
        if (earlier.stream().anyMatch(r -> r.acceptedAt().plus(APART).isAfter(now))) {
            throw refused("refunds of one payment are a minute apart");
        }
        if (reason.codePointCount(0, reason.length()) > 80) {
            throw refused("reason over 80 characters");
        }
    }

    private static GatewayException refused(String why) {
        return new GatewayException("sandbox channel: " + why, null);
    }
}
