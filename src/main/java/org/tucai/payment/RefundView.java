package org.tucai.payment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A refund.
 *
 * @param subjectNo the order's number
 * @param reason what the payer reads
 * @param note the channel's words when it did not go through, or how a person gave the money back
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
        @Nullable OffsetDateTime settledAt) {

    public static RefundView of(Refund refund, Language language) {
        Instant settledAt = refund.settledAt();
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
                settledAt == null ? null : ChinaTime.offset(settledAt));
    }
}
