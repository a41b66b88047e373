package org.tucai.payment;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.tucai.platform.money.Money;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A payment as staff see it.
 *
 * @param subjectNo the order's number
 * @param paid amount received
 * @param refunded amount that has reached the payer
 * @param remaining amount that can still be refunded
 * @param payBy when the payment expires
 * @param closedAt when it was closed unpaid; money that still arrives later is refunded
 * @param notKeptBecause why the money is refunded automatically; null if it was kept or none was received
 */
@Serdeable
public record PaymentView(
        String no,
        String subjectNo,
        String gateway,
        PaymentStatus status,
        String statusText,
        Money amount,
        Money paid,
        Money refunded,
        Money remaining,
        @Nullable GiveBack notKeptBecause,
        @Nullable String notKeptText,
        @Nullable String transactionNo,
        OffsetDateTime createdAt,
        OffsetDateTime payBy,
        @Nullable OffsetDateTime paidAt,
        @Nullable OffsetDateTime closedAt) {

    public static PaymentView of(Payment payment, Language language) {
        GiveBack why = payment.giveBack();
        return new PaymentView(
                payment.no(),
                payment.subjectNo(),
                payment.gateway(),
                payment.status(),
                payment.status().text(language),
                payment.amount(),
                payment.paid(),
                payment.refunded(),
                Money.fen(payment.remainingMinor()),
                why,
                why == null ? null : why.text(language),
                payment.transactionNo(),
                ChinaTime.offset(payment.createdAt()),
                ChinaTime.offset(payment.expiresAt()),
                ChinaTime.offsetOrNull(payment.paidAt()),
                ChinaTime.offsetOrNull(payment.closedAt()));
    }
}
