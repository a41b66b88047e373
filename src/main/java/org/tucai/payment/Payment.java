package org.tucai.payment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
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
 * @param whollyAsked whether all that came in stood promised back at once, whatever became of that
 * @param refundCount refunds ever asked for, closed ones included
 * @param refundSlotAt when the last refund may go to the channel; the next one a minute later
 * @param giveBack why the money is not kept; null while there is none, or it is kept
 * @param checkedAt when the channel was last asked about it
 */
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

    private Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    Payment prepared(String prepay) {
        return with(to(PaymentStatus.AWAITING), prepay, closedAt);
    }

    Payment closed(Instant at) {
        return with(to(PaymentStatus.CLOSED), prepayNo, at);
    }

    /** Money came in. */
    Payment paid(PaymentStatus outcome, String transaction, long minor, Instant at, @Nullable GiveBack unwanted) {
        return new Payment(
                id,
                no,
                subjectNo,
                payerNo,
                gateway,
                description,
                amountMinor,
                currency,
                to(outcome),
                prepayNo,
                transaction,
                minor,
                refundAskedMinor,
                refundedMinor,
                whollyAsked,
                refundCount,
                refundSlotAt,
                unwanted,
                createdAt,
                expiresAt,
                checkedAt,
                at,
                closedAt,
                version);
    }

    /** A refund of that much is promised; {@code slot} is when the last one may go to the channel. */
    Payment refundAsked(long minor, @Nullable Instant slot) {
        if (minor <= 0 || minor > remainingMinor()) {
            throw new IllegalStateException(no + ": refund of " + minor + " of " + remainingMinor());
        }
        return withRefunds(refundAskedMinor + minor, refundedMinor, refundCount + 1, slot);
    }

    /** A refund of that much that the channel gave up is promised again, to be given back by a person. */
    Payment refundTakenUp(long minor) {
        if (minor > remainingMinor()) {
            throw new IllegalStateException(no + ": refund of " + minor + " of " + remainingMinor());
        }
        return withRefunds(refundAskedMinor + minor, refundedMinor, refundCount, refundSlotAt);
    }

    /** A refund of that much has reached the payer. */
    Payment refundDone(long minor) {
        return withRefunds(refundAskedMinor, refundedMinor + minor, refundCount, refundSlotAt);
    }

    /** The channel gave up a refund of that much: it may be asked for anew. */
    Payment refundGivenUp(long minor) {
        return withRefunds(refundAskedMinor - minor, refundedMinor, refundCount, refundSlotAt);
    }

    private PaymentStatus to(PaymentStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return wanted;
    }

    private Payment with(PaymentStatus newStatus, @Nullable String prepay, @Nullable Instant closed) {
        return new Payment(
                id,
                no,
                subjectNo,
                payerNo,
                gateway,
                description,
                amountMinor,
                currency,
                newStatus,
                prepay,
                transactionNo,
                paidMinor,
                refundAskedMinor,
                refundedMinor,
                whollyAsked,
                refundCount,
                refundSlotAt,
                giveBack,
                createdAt,
                expiresAt,
                checkedAt,
                paidAt,
                closed,
                version);
    }

    private Payment withRefunds(long asked, long back, int count, @Nullable Instant slot) {
        return new Payment(
                id,
                no,
                subjectNo,
                payerNo,
                gateway,
                description,
                amountMinor,
                currency,
                status,
                prepayNo,
                transactionNo,
                paidMinor,
                asked,
                back,
                whollyAsked || asked == paidMinor,
                count,
                slot,
                giveBack,
                createdAt,
                expiresAt,
                checkedAt,
                paidAt,
                closedAt,
                version);
    }
}
