package org.tucai.order;

import jakarta.inject.Singleton;
import org.tucai.platform.security.Actor;
import org.tucai.platform.state.StateHistory;

/** The only gate that saves orders, with their history when the status changes. */
@Singleton
class OrderGate {
    static final String KIND = "order";

    private final OrderRepository orders;
    private final StateHistory history;

    OrderGate(OrderRepository orders, StateHistory history) {
        this.orders = orders;
        this.history = history;
    }

    Order born(Order order, Actor by) {
        Order saved = orders.save(order);
        history.moved(KIND, saved.no(), null, saved.status(), "placed", by);
        return saved;
    }

    Order save(Order from, Order to, String cause, Actor by) {
        if (from.status() != to.status()) {
            history.moved(KIND, to.no(), from.status(), to.status(), cause, by);
        }
        return orders.update(to);
    }
}
