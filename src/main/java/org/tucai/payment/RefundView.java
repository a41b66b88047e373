package org.tucai.payment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A refund.
 *
 * @param paymentNo the payment refunded; also the merchant's order number (商户单号) on the payer's bill
 * @param subjectNo the order's number
 * @param reason the reason, as shown to the payer; in answers to students in their language, unless a manager wrote it
 * @param note the channel's message if it failed, how a person refunded the money, or both
 * @param whatNow in answers to students: what happens next with money not yet refunded; in answers to managers: what they have to do about
 *     a refund that needs attention, and with which operation
 * @param owed what of a refund that the channel closed is still owed; only in answers to managers, and only while a person has to do something
 *     about it
 * @param cameIn how the money was received, for whoever has to refund it by hand; only in answers to managers
 */
@Serdeable
public record RefundView(
        String no,
        String paymentNo,
        String subjectNo,
        RefundStatus status,
        String statusText,
        Money amount,
        String reason,
        @Nullable String note,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime settledAt,
        @Nullable String whatNow,
        @Nullable Money owed,
        @Nullable CameInView cameIn) {

    /**
     * How money was received.
     *
     * @param transactionNo the channel's transaction number
     */
    @Serdeable
    public record CameInView(
            String gateway,
            @Nullable String transactionNo,
            @Nullable OffsetDateTime paidAt) {
        static CameInView of(Payment payment) {
            return new CameInView(payment.gateway(), payment.transactionNo(), ChinaTime.offsetOrNull(payment.paidAt()));
        }
    }

    public static RefundView of(Refund refund, Language language) {
        return of(refund, refund.reason(), null, null, null, language);
    }

    /** As a manager sees it, with what the manager has to do; null if nothing. */
    public static RefundView of(
            Refund refund, @Nullable RefundStep step, @Nullable Payment payment, Language language) {
        String whatNow = step == null ? null : step.text(language);
        return of(refund, refund.reason(), whatNow, owed(refund, step, payment), payment, language);
    }

    private static @Nullable Money owed(Refund refund, @Nullable RefundStep step, @Nullable Payment payment) {
        return step == null || payment == null || refund.status() != RefundStatus.CLOSED
                ? null
                : Money.fen(Math.min(refund.amountMinor(), payment.owedMinor()));
    }

    /**
     * As its payer sees it.
     *
     * @param reason the reason in the payer's language
     * @param owed {@link PaymentBook#isOwed}
     */
    public static RefundView forPayer(Refund refund, String reason, boolean owed, Language language) {
        return of(refund, reason, refund.status().whatNow(owed, language), null, null, language);
    }

    private static RefundView of(
            Refund refund,
            String reason,
            @Nullable String whatNow,
            @Nullable Money owed,
            @Nullable Payment payment,
            Language language) {
        return new RefundView(
                refund.no(),
                refund.paymentNo(),
                refund.subjectNo(),
                refund.status(),
                refund.status().text(language),
                refund.amount(),
                reason,
                refund.note(),
                ChinaTime.offset(refund.requestedAt()),
                ChinaTime.offsetOrNull(refund.settledAt()),
                whatNow,
                owed,
                payment == null ? null : CameInView.of(payment));
    }
}
