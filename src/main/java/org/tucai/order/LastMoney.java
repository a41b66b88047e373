package org.tucai.order;

import jakarta.inject.Singleton;
import org.tucai.payment.Payment;
import org.tucai.payment.RefundVeto;
import org.tucai.platform.money.Money;

/** Vetoes a manual refund of the last of an order's money while its capture depends on the order. */
@Singleton
class LastMoney implements RefundVeto {
    private final OrderRepository orders;
    private final OrderFollowers followers;

    LastMoney(OrderRepository orders, OrderFollowers followers) {
        this.orders = orders;
        this.followers = followers;
    }

    @Override
    public void check(Payment payment, Money amount) {
        orders.findByNo(payment.subjectNo())
                .filter(order -> order.isPaid()
                        && payment.no().equals(order.paymentNo())
                        && amount.minor() == order.remainingMinor())
                .ifPresent(followers::checkGivingBack);
    }
}
