package org.tucai.payment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.money.Money;

/**
 * One wish for money and what came of it. Amounts in fen.
 *
 * @param no {@code pay_…}, also the merchant's order number at the channel
 * @param subjectNo public number of what is paid for
 * @param payerNo account number of the payer
 * @param gateway {@link PaymentGateway#name()} of the channel
 * @param prepayNo the channel's name for the prepared payment; null until prepared
 * @param transactionNo the channel's name for the money; null until some came in
 * @param paidMinor what came in
 * @param refundAskedMinor promised back: refunds that are not closed
 * @param refundedMinor really back
 * @param whollyAsked whether all that came in, except for what is kept, stood promised back at once, whatever became of that
 * @param keptMinor what was left out on purpose when the rest was promised back; 0 for others, and once it is promised back, too
 * @param refundCount refunds ever asked for, closed ones included
 * @param refundSlotAt when the last refund may go to the channel; the next one a minute later
 * @param giveBack why the money is not kept; null while there is none, or it is kept
 * @param checkedAt when the channel was last asked about it
 */
@Row
@MappedEntity("payment")
public record Payment(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String subjectNo,
        String payerNo,
        String gateway,
        String description,
        long amountMinor,
        String currency,
        PaymentStatus status,
        @Nullable String prepayNo,
        @Nullable String transactionNo,
        long paidMinor,
        long refundAskedMinor,
        long refundedMinor,
        boolean whollyAsked,
        long keptMinor,
        int refundCount,
        @Nullable Instant refundSlotAt,
        @Nullable GiveBack giveBack,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant checkedAt,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        @Version int version) {

    public Money amount() {
        return money(amountMinor);
    }

    public Money paid() {
        return money(paidMinor);
    }

    public Money refunded() {
        return money(refundedMinor);
    }

    /** Whether the payer had until before that instant. */
    boolean isOverAt(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** What may still be promised back, in fen. */
    public long remainingMinor() {
        return paidMinor - refundAskedMinor;
    }

    /** What the payer is to get back once all that is not kept was promised, and is not promised, in fen. */
    long owedMinor() {
        return remainingMinor() - keptMinor;
    }

    private Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    Payment prepared(String prepay) {
        return moved(PaymentStatus.AWAITING).prepayNo(prepay).build();
    }

    Payment closed(Instant at) {
        return moved(PaymentStatus.CLOSED).closedAt(at).build();
    }

    /** Money came in. */
    Payment paid(PaymentStatus outcome, String transaction, long minor, Instant at, @Nullable GiveBack unwanted) {
        return moved(outcome)
                .transactionNo(transaction)
                .paidMinor(minor)
                .giveBack(unwanted)
                .paidAt(at)
                .build();
    }

    /** A refund of that much is promised; {@code slot} is when the last one may go to the channel. */
    Payment refundAsked(long minor, long leftOutMinor, @Nullable Instant slot) {
        return promised(minor, leftOutMinor)
                .refundCount(refundCount + 1)
                .refundSlotAt(slot)
                .build();
    }

    /** A refund of that much that the channel gave up is promised again, to be given back by a person. */
    Payment refundTakenUp(long minor) {
        return promised(minor, 0).build();
    }

    /** A refund of that much has reached the payer. */
    Payment refundDone(long minor) {
        return PaymentBuilder.builder(this).refundedMinor(refundedMinor + minor).build();
    }

    /** The channel gave up a refund of that much: it may be asked for anew. */
    Payment refundGivenUp(long minor) {
        return PaymentBuilder.builder(this)
                .refundAskedMinor(refundAskedMinor - minor)
                .build();
    }

    private PaymentBuilder promised(long minor, long leftOutMinor) {
        if (minor <= 0 || minor > remainingMinor()) {
            throw new IllegalStateException(no + ": refund of " + minor + " of " + remainingMinor());
        }
        long asked = refundAskedMinor + minor;
        long kept = Math.min(Math.max(keptMinor, leftOutMinor), paidMinor - asked); // a person may give it back, too
        return PaymentBuilder.builder(this)
                .refundAskedMinor(asked)
                .whollyAsked(whollyAsked || asked + kept == paidMinor)
                .keptMinor(kept);
    }

    private PaymentBuilder moved(PaymentStatus wanted) {
        return PaymentBuilder.builder(this).status(status.to(wanted, no));
    }
}
