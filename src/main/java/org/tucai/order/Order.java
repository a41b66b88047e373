package org.tucai.order;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
 * @param paidMinor what that payment brought in
 * @param refundAskedMinor promised back
 * @param refundedMinor really back
 * @param payBy when it expires unpaid
 * @param endedAt when it was cancelled, expired, or given back
 */
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

    /** Whether a payment may be begun at that instant. After its time an order waits only for the job that ends it. */
    public boolean isPayableAt(Instant at) {
        return status == OrderStatus.AWAITING_PAYMENT && payBy.isAfter(at);
    }

    /** Whether its time is over and it waits for the job that ends it, which asks the channel first. */
    public boolean isOverdueAt(Instant at) {
        return status == OrderStatus.AWAITING_PAYMENT && !payBy.isAfter(at);
    }

    /** How it stands at that instant, in a word for people. */
    public String statusText(Instant at, Language language) {
        if (isOverdueAt(at)) {
            return language.pick("支付时间已过，核对中", "Time to pay is over, being checked");
        }
        return status == OrderStatus.PAID && totalMinor == 0
                ? language.pick("无需支付", "Nothing to pay")
                : language.pick(status.zh(), status.en());
    }

    /** Whether the capture may go on. */
    public boolean isPaid() {
        return status.countsAsPaid();
    }

    Order totalling(long minor, @Nullable String sealed) {
        return copy(status, minor, sealed, paymentNo, paidMinor, refundAskedMinor, refundedMinor, paidAt, endedAt);
    }

    /** Paid by that payment, or, with null, because nothing is to pay. */
    Order paid(@Nullable String payment, long minor, Instant at) {
        return copy(to(OrderStatus.PAID), totalMinor, addressSealed, payment, minor, 0, 0, at, endedAt);
    }

    Order cancelled(Instant at) {
        return ended(OrderStatus.CANCELLED, at);
    }

    Order expired(Instant at) {
        return ended(OrderStatus.EXPIRED, at);
    }

    /** Money is promised back; with the last of it the order is over and nothing is sent anywhere. */
    Order refundAsked(long minor, Instant at) {
        if (minor <= 0 || minor > remainingMinor()) {
            throw new IllegalStateException(no + ": refund of " + minor + " of " + remainingMinor());
        }
        long asked = refundAskedMinor + minor;
        boolean all = asked == paidMinor && status != OrderStatus.REFUNDING;
        OrderStatus newStatus = all ? to(OrderStatus.REFUNDING) : status;
        return copy(
                newStatus,
                totalMinor,
                all ? null : addressSealed,
                paymentNo,
                paidMinor,
                asked,
                refundedMinor,
                paidAt,
                all ? at : endedAt);
    }

    /** Money is back with the student. */
    Order refundDone(long minor) {
        long back = refundedMinor + minor;
        OrderStatus newStatus = status;
        if (status == OrderStatus.REFUNDING && back == paidMinor) {
            newStatus = to(OrderStatus.REFUNDED);
        } else if (status == OrderStatus.PAID) {
            newStatus = to(OrderStatus.PARTLY_REFUNDED);
        }
        return copy(
                newStatus, totalMinor, addressSealed, paymentNo, paidMinor, refundAskedMinor, back, paidAt, endedAt);
    }

    /** The channel gave a refund up. An order that was over stays over: somebody has to give the money back another way. */
    Order refundGivenUp(long minor) {
        return copy(
                status,
                totalMinor,
                addressSealed,
                paymentNo,
                paidMinor,
                refundAskedMinor - minor,
                refundedMinor,
                paidAt,
                endedAt);
    }

    /** Nobody pays it any more; it waits for the channel's word whether somebody has. */
    Order overdue(Instant at) {
        return new Order(
                id,
                no,
                accountNo,
                captureNo,
                liveCaptureNo,
                campaignNo,
                status,
                totalMinor,
                printMinor,
                addressSealed,
                paymentNo,
                paidMinor,
                refundAskedMinor,
                refundedMinor,
                placedAt,
                at,
                paidAt,
                endedAt,
                version);
    }

    private Order ended(OrderStatus outcome, Instant at) {
        return copy(to(outcome), totalMinor, null, paymentNo, paidMinor, refundAskedMinor, refundedMinor, paidAt, at);
    }

    private OrderStatus to(OrderStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return wanted;
    }

    private Order copy(
            OrderStatus newStatus,
            long total,
            @Nullable String sealed,
            @Nullable String payment,
            long paid,
            long asked,
            long back,
            @Nullable Instant paidAtNow,
            @Nullable Instant ended) {
        return new Order(
                id,
                no,
                accountNo,
                captureNo,
                newStatus.isLive() ? captureNo : null,
                campaignNo,
                newStatus,
                total,
                printMinor,
                sealed,
                payment,
                paid,
                asked,
                back,
                placedAt,
                payBy,
                paidAtNow,
                ended,
                version);
    }
}
