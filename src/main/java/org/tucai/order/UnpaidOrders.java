package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.payment.Cashier;
import org.tucai.payment.ChannelRound;

/** Asks the channel about unpaid orders that end for another reason than their own expiry. Remote, hence outside every transaction. */
@Singleton
public class UnpaidOrders {
    /** How long a silent channel delays the end of an order. */
    public static final Duration PATIENCE = ChannelRound.PATIENCE;

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

    /** Orders asked about one after the other; a channel that does not answer about one is not asked about the rest. */
    public final class Round {
        private final ChannelRound channels = new ChannelRound();

        private Round() {}

        /**
         * Takes the payments of a capture's unpaid order back; a payment made before that, with a late callback, counts.
         *
         * @return whether no money can arrive any more; false while a channel has not confirmed that
         */
        public boolean takeBack(String captureNo) {
            return orders.latest(captureNo)
                    .filter(order -> order.status() == OrderStatus.AWAITING_PAYMENT)
                    .map(order -> cashier.takeBack(order.no(), channels))
                    .orElse(true);
        }
    }
}
