package org.tucai.order;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.tucai.payment.Cashier;

/** Asks the channel about orders that something else than their own time is about to end: remote, hence outside every transaction. */
@Singleton
public class UnpaidOrders {
    private final OrderRepository orders;
    private final Cashier cashier;

    UnpaidOrders(OrderRepository orders, Cashier cashier) {
        this.orders = orders;
        this.cashier = cashier;
    }

    /** Begins to ask about many orders. */
    public Round round() {
        return new Round();
    }

    /** Questions one after the other. A channel that does not answer one of them is not asked the others, so a round waits for it once. */
    public final class Round {
        private final Set<String> silent = new HashSet<>();

        private Round() {}

        /**
         * Takes the payments of a capture's unpaid order back; money that was handed over before, and whose callback is late, counts.
         *
         * @return whether no money can come any more; false while a channel has not said so
         */
        public boolean takeBack(String captureNo) {
            return orders.latest(captureNo)
                    .filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT)
                    .map(order -> cashier.takeBack(order.no(), silent))
                    .orElse(true);
        }
    }
}
