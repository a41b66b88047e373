package org.tucai.order;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.GiveBack;
import org.tucai.payment.Payment;
import org.tucai.payment.PaymentBook;
import org.tucai.payment.PaymentFollower;
import org.tucai.payment.Refund;
import org.tucai.payment.RefundStatus;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/** Keeps orders in step with their money, in the transaction that records the money. */
@Singleton
class OrderMoney implements PaymentFollower {
    private final OrderRepository orders;
    private final OrderGate gate;
    private final OrderFollowers followers;
    private final OrderLines lines;
    private final ShipmentGate shipments;
    private final PaymentBook payments;

    OrderMoney(
            OrderRepository orders,
            OrderGate gate,
            OrderFollowers followers,
            OrderLines lines,
            ShipmentGate shipments,
            PaymentBook payments) {
        this.orders = orders;
        this.gate = gate;
        this.followers = followers;
        this.lines = lines;
        this.shipments = shipments;
        this.payments = payments;
    }

    @Override
    public void lock(String subjectNo) {
        orders.findByNo(subjectNo).ifPresent(order -> {
            followers.lock(order.captureNo());
            orders.lock(subjectNo);
        });
    }

    @Override
    public Optional<GiveBack> onSucceeded(Payment payment) {
        return orders.lock(payment.subjectNo()).flatMap(order -> Optional.ofNullable(receive(order, payment)));
    }

    private @Nullable GiveBack receive(Order order, Payment payment) {
        return switch (order.status()) {
            case AWAITING_PAYMENT -> {
                if (payment.paidMinor() != order.totalMinor()) {
                    yield GiveBack.WRONG_AMOUNT; // prints were added or removed while the student paid
                }
                Order paid = order.paid(payment.no(), payment.paidMinor(), Objects.requireNonNull(payment.paidAt()));
                followers.paid(gate.save(order, paid, "paid", Actor.SYSTEM));
                yield null;
            }
            case PAID, PARTLY_REFUNDED, FULFILLED -> GiveBack.PAID_TWICE;
            case REFUNDING, REFUNDED, CANCELLED, EXPIRED -> GiveBack.TOO_LATE;
        };
    }

    @Override
    public void onRefundRequested(Payment payment, Refund refund) {
        if (payment.giveBack() != null) {
            orders.findByNo(payment.subjectNo()).ifPresent(order -> tellOfUnwanted(order, refund));
            return;
        }
        kept(payment).ifPresent(order -> {
            Order asked = order.refundAsked(refund.amountMinor(), refund.requestedAt());
            Order after = gate.save(order, asked, "refund-requested", Actor.SYSTEM);
            boolean over = after.status() == OrderStatus.REFUNDING && order.status() != OrderStatus.REFUNDING;
            if (over || !lines.arePrintsPaid(after)) {
                shipments.cancel(after.no(), "money-goes-back");
            }
            tell(over, after, refund);
            if (over) {
                followers.givenBack(after, refund.requester());
            }
        });
    }

    private void tell(boolean over, Order order, Refund refund) {
        switch (refund.status()) {
            case BY_HAND -> followers.owed(order, refund.amount());
            case HANDED_BACK -> {
                // told once it is settled
            }
            default -> {
                if (over) {
                    followers.refunding(order, refund.amount());
                }
            }
        }
    }

    private void tellOfUnwanted(Order order, Refund refund) {
        switch (refund.status()) {
            case BY_HAND -> followers.owed(order, refund.amount());
            case HANDED_BACK -> {
                // told once it is settled
            }
            default -> followers.notKept(order, refund.amount());
        }
    }

    @Override
    public void onRefundSettled(Payment payment, Refund refund) {
        if (refund.status() == RefundStatus.HANDED_BACK) {
            orders.findByNo(payment.subjectNo()).ifPresent(order -> followers.handedBack(order, refund.amount()));
        }
        kept(payment).ifPresent(order -> {
            if (refund.status() == RefundStatus.HANDED_BACK) {
                gate.save(order, order.refundDone(refund.amountMinor()), "handed-back", Actor.SYSTEM);
            } else if (refund.status() == RefundStatus.SUCCEEDED) {
                Order after = gate.save(order, order.refundDone(refund.amountMinor()), "refund-done", Actor.SYSTEM);
                if (after.status() == OrderStatus.REFUNDED && order.status() != OrderStatus.REFUNDED) {
                    followers.refunded(after, backTheWayItWasPaid(payment));
                } else {
                    // also if the order is over: the rest may be returned by hand, and the student never told of this
                    followers.partlyRefunded(after, refund.amount());
                }
            } else {
                gate.save(order, order.refundGivenUp(refund.amountMinor()), "refund-given-up", Actor.SYSTEM);
            }
        });
    }

    /** Without what was handed back in person, of which the student knows already. */
    private Money backTheWayItWasPaid(Payment payment) {
        return Money.fen(payments.refundsOf(payment.subjectNo()).stream()
                .filter(r -> r.paymentNo().equals(payment.no()) && r.status() == RefundStatus.SUCCEEDED)
                .mapToLong(Refund::amountMinor)
                .sum());
    }

    /** The order that kept this payment; money that was not kept goes back without touching the order. */
    private Optional<Order> kept(Payment payment) {
        return orders.lock(payment.subjectNo()).filter(order -> payment.no().equals(order.paymentNo()));
    }
}
