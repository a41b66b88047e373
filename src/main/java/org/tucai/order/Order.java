package org.tucai.order;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.money.Money;
import org.tucai.platform.web.Language;

/**
 * What a student buys for one capture. Amounts in fen.
 *
 * @param no {@code ord_…}
 * @param liveCaptureNo the capture while the order is live, else null; unique, so a capture has at most one live order
 * @param totalMinor sum of the lines
 * @param printMinor price of one print; null when the campaign offers none
 * @param addressSealed where prints go, sealed; null without prints
 * @param paymentNo the payment that was kept; null until paid
 * @param paidMinor amount of that payment
 * @param refundAskedMinor promised back
 * @param refundedMinor actually back with the student
 * @param keptMinor price of prints that were sent, which did not go back when the order ended; 0 for all others, and once it goes back, too
 * @param payBy when it expires unpaid
 * @param endedAt when it was cancelled, expired, fulfilled, or the last of its money that goes back was promised back
 */
@Row
@MappedEntity("purchase_order")
public record Order(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String accountNo,
        String captureNo,
        @Nullable String liveCaptureNo,
        String campaignNo,
        OrderStatus status,
        long totalMinor,
        @Nullable Long printMinor,
        @Nullable String addressSealed,
        @Nullable String paymentNo,
        long paidMinor,
        long refundAskedMinor,
        long refundedMinor,
        long keptMinor,
        Instant placedAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant endedAt,
        @Version int version) {

    public Money total() {
        return Money.fen(totalMinor);
    }

    public Money paid() {
        return Money.fen(paidMinor);
    }

    public Money refunded() {
        return Money.fen(refundedMinor);
    }

    /** What may still be promised back, in fen. */
    public long remainingMinor() {
        return paidMinor - refundAskedMinor;
    }

    /** Whether a payment may be begun at that instant. After its payment deadline an order only waits for the job that ends it. */
    public boolean isPayableAt(Instant at) {
        return status == OrderStatus.AWAITING_PAYMENT && payBy.isAfter(at);
    }

    /** Whether its payment deadline is past and it waits for the job that ends it, which asks the channel first. */
    public boolean isOverdueAt(Instant at) {
        return status == OrderStatus.AWAITING_PAYMENT && !payBy.isAfter(at);
    }

    /** Its status at that instant, as text for people. */
    public String statusText(Instant at, Language language) {
        if (isOverdueAt(at)) {
            return language.pick("支付时间已过，核对中", "Payment deadline passed, being checked");
        }
        if (keptMinor > 0 && status != OrderStatus.FULFILLED) {
            return status.text(language) + language.pick("（已寄出的加印照片除外）", ", except for the prints that were sent");
        }
        return status == OrderStatus.PAID && totalMinor == 0
                ? language.pick("无需支付", "Nothing to pay")
                : status.text(language);
    }

    /** Whether the capture may go on. */
    public boolean isPaid() {
        return status.countsAsPaid();
    }

    Order totalling(long minor, @Nullable String sealed) {
        return OrderBuilder.builder(this)
                .totalMinor(minor)
                .addressSealed(sealed)
                .build();
    }

    /** With that price of one print; null offers none. */
    Order offeringPrints(@Nullable Long minor) {
        return OrderBuilder.builder(this).printMinor(minor).build();
    }

    /** Paid by that payment, or, with null, because nothing is to pay. */
    Order paid(@Nullable String payment, long minor, Instant at) {
        return moved(OrderStatus.PAID)
                .paymentNo(payment)
                .paidMinor(minor)
                .refundAskedMinor(0)
                .refundedMinor(0)
                .paidAt(at)
                .build();
    }

    Order cancelled(Instant at) {
        return ended(OrderStatus.CANCELLED, at);
    }

    Order expired(Instant at) {
        return ended(OrderStatus.EXPIRED, at);
    }

    /** Its prints were sent, and all of its money that is not promised back paid for them. */
    Order fulfilled(Instant at) {
        return OrderBuilder.builder(ended(OrderStatus.FULFILLED, at))
                .keptMinor(remainingMinor())
                .build();
    }

    /** All but this, the price of prints that were sent, is about to be promised back. */
    Order keeping(long minor) {
        return OrderBuilder.builder(this).keptMinor(minor).build();
    }

    /** Money is promised back; with the last of it that is not kept the order is over and nothing is sent anywhere. */
    Order refundAsked(long minor, Instant at) {
        if (minor <= 0 || minor > remainingMinor()) {
            throw new IllegalStateException(no + ": refund of " + minor + " of " + remainingMinor());
        }
        long asked = refundAskedMinor + minor;
        long kept = Math.min(keptMinor, paidMinor - asked); // a manager gives the price of sent prints back, too
        boolean all = asked + kept == paidMinor && status.isLive();
        Order after = all ? ended(OrderStatus.REFUNDING, at) : this;
        return OrderBuilder.builder(after)
                .refundAskedMinor(asked)
                .keptMinor(kept)
                .build();
    }

    /** Money is back with the student. */
    Order refundDone(long minor) {
        long back = refundedMinor + minor;
        Order after = this;
        if (status == OrderStatus.REFUNDING && back == paidMinor - keptMinor) {
            after = moved(OrderStatus.REFUNDED).build();
        } else if (status == OrderStatus.PAID) {
            after = moved(OrderStatus.PARTLY_REFUNDED).build();
        }
        return OrderBuilder.builder(after).refundedMinor(back).build();
    }

    /** The channel gave up a refund. An ended order stays ended: somebody has to return the money another way. */
    Order refundGivenUp(long minor) {
        return OrderBuilder.builder(this)
                .refundAskedMinor(refundAskedMinor - minor)
                .build();
    }

    /** With this payment deadline, after which it waits for the channel to say whether it was paid. */
    Order payableUntil(Instant at) {
        return OrderBuilder.builder(this).payBy(at).build();
    }

    private Order ended(OrderStatus outcome, Instant at) {
        return moved(outcome).addressSealed(null).endedAt(at).build();
    }

    private OrderBuilder moved(OrderStatus wanted) {
        return OrderBuilder.builder(this)
                .status(status.to(wanted, no))
                .liveCaptureNo(wanted.isLive() ? captureNo : null);
    }
}
