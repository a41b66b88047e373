package org.tucai.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;
import org.tucai.platform.problem.ProblemException;

/** The channel's rules for refunds (WeChat Pay API v3, DOMAIN §4). Pure. */
final class RefundPolicy {
    static final Duration LONGEST_AFTER_PAYMENT = Duration.ofDays(365);
    static final int MOST_PER_PAYMENT = 50;
    static final Duration APART = Duration.ofMinutes(1);
    static final int LONGEST_REASON = 80;

    /** When a person should look: an accepted refund arrives within three working days, and the longest holidays may lie in between. */
    static final Duration LONGEST_WAY = Duration.ofDays(14);

    private RefundPolicy() {}

    /** Refuses a refund that the channel would refuse. */
    static void check(Payment payment, long minor, Instant now) {
        checkAmount(payment, minor);
        PaymentProblem refusal = refusal(payment, now);
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
    }

    /** Refuses an amount that is not positive, or more than is left; any amount where nothing is left. */
    static void checkAmount(Payment payment, long minor) {
        if (!payment.status().moneyCameIn() || payment.remainingMinor() == 0) {
            throw new ProblemException(PaymentProblem.NOTHING_TO_REFUND);
        }
        if (minor <= 0 || minor > payment.remainingMinor()) {
            throw new ProblemException(
                    PaymentProblem.REFUND_ABOVE_REMAINING,
                    Money.fen(payment.remainingMinor()).decimal());
        }
    }

    /** Why the channel no longer accepts refunds of this payment, whatever their amount; null while it does. */
    static @Nullable PaymentProblem refusal(Payment payment, Instant now) {
        if (isPeriodOver(payment, now)) {
            return PaymentProblem.REFUND_PERIOD_OVER;
        }
        return payment.refundCount() >= MOST_PER_PAYMENT ? PaymentProblem.TOO_MANY_REFUNDS : null;
    }

    /** Whether the channel no longer accepts refunds of this payment, including those promised in time. */
    static boolean isPeriodOver(Payment payment, Instant now) {
        return now.isAfter(Objects.requireNonNull(payment.paidAt()).plus(LONGEST_AFTER_PAYMENT));
    }

    /** When the next refund of a payment may go to the channel. */
    static Instant nextSlot(@Nullable Instant lastSlot, Instant now) {
        if (lastSlot == null) {
            return now;
        }
        Instant earliest = lastSlot.plus(APART);
        return earliest.isAfter(now) ? earliest : now;
    }

    /** Cuts a reason to the length that the channel accepts, never in the middle of a character. */
    static String fit(String reason) {
        if (reason.codePointCount(0, reason.length()) <= LONGEST_REASON) {
            return reason;
        }
        return reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
    }
}
