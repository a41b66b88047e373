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
 * @param paymentNo whose money it is; also the merchant's order number (商户单号) on the payer's own bill
 * @param subjectNo the order's number
 * @param reason what the payer reads
 * @param note the channel's words when it did not go through, how a person gave the money back, or both
 * @param whatNow what happens now with money that is not back, for its payer; only where students look at refunds
 * @param cameIn how the money came, for whoever has to give it back by hand; only where managers look at refunds
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
        @Nullable CameInView cameIn) {

    /**
     * How money came in.
     *
     * @param transactionNo the channel's name for it
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
        return of(refund, null, null, language);
    }

    public static RefundView of(Refund refund, @Nullable Payment payment, Language language) {
        return of(refund, null, payment, language);
    }

    /** As its payer sees it. */
    public static RefundView forPayer(Refund refund, Language language) {
        return of(refund, refund.status().whatNow(language), null, language);
    }

    private static RefundView of(
            Refund refund, @Nullable String whatNow, @Nullable Payment payment, Language language) {
        return new RefundView(
                refund.no(),
                refund.paymentNo(),
                refund.subjectNo(),
                refund.status(),
                language.pick(refund.status().zh(), refund.status().en()),
                refund.amount(),
                refund.reason(),
                refund.note(),
                ChinaTime.offset(refund.requestedAt()),
                ChinaTime.offsetOrNull(refund.settledAt()),
                whatNow,
                payment == null ? null : CameInView.of(payment));
    }
}
