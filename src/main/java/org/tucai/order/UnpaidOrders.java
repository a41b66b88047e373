package org.tucai.order;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.payment.Cashier;
import org.tucai.payment.GatewayException;

/** Asks the channel about orders that something else than their own time is about to end: remote, hence outside every transaction. */
@Singleton
public class UnpaidOrders {
    private static final Logger LOG = LoggerFactory.getLogger(UnpaidOrders.class);

    private final OrderRepository orders;
    private final Cashier cashier;

    UnpaidOrders(OrderRepository orders, Cashier cashier) {
        this.orders = orders;
        this.cashier = cashier;
    }

    /**
     * Takes the payments of a capture's unpaid order back; money that was handed over before, and whose callback is late, counts. While
     * the channel does not answer nothing is taken back: what comes in later goes back by itself.
     */
    public void takeBack(String captureNo) {
        orders.latest(captureNo)
                .filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT)
                .ifPresent(this::takeBack);
    }

    private void takeBack(Order order) {
        try {
            cashier.takeBack(order.no());
        } catch (GatewayException e) {
            LOG.warn("Payments of {} could not be taken back: {}", order.no(), e.getMessage());
        }
    }
}
