package org.tucai.order;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;
import org.tucai.testing.Resettable;

/** Records what followers of orders are told. Captures whose number begins with cap_test exist in no other feature. */
@Singleton
@Replaces(OrderFollowers.class)
class HeardOrders extends OrderFollowers implements Resettable {
    static final String ONLY_HERE = "cap_test";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    HeardOrders(BeanProvider<OrderFollower> followers) {
        super(followers);
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    void lock(String captureNo) {
        if (!captureNo.startsWith(ONLY_HERE)) {
            super.lock(captureNo);
        }
    }

    @Override
    void checkGivingBack(Order order) {
        if (!order.captureNo().startsWith(ONLY_HERE)) {
            super.checkGivingBack(order);
        }
    }

    @Override
    void givenBack(Order order, Actor by) {
        if (!order.captureNo().startsWith(ONLY_HERE)) {
            super.givenBack(order, by);
        }
    }

    @Override
    void paid(Order order) {
        heard.add("paid " + order.captureNo());
        if (!order.captureNo().startsWith(ONLY_HERE)) {
            super.paid(order);
        }
    }

    @Override
    void refunded(Order order, Money amount) {
        heard.add("refunded " + order.captureNo());
        if (!order.captureNo().startsWith(ONLY_HERE)) {
            super.refunded(order, amount);
        }
    }

    @Override
    void expired(Order order) {
        heard.add("expired " + order.captureNo());
        if (!order.captureNo().startsWith(ONLY_HERE)) {
            super.expired(order);
        }
    }

    @Override
    public void reset() {
        heard.clear();
    }
}
