package org.tucai.order;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;

/** All features that follow orders, as one. Looked up late: they are built on the orders they follow. */
@Singleton
class OrderFollowers {
    private final BeanProvider<OrderFollower> followers;

    OrderFollowers(BeanProvider<OrderFollower> followers) {
        this.followers = followers;
    }

    void lock(String captureNo) {
        followers.forEach(f -> f.lock(captureNo));
    }

    void paid(Order order) {
        followers.forEach(f -> f.onPaid(order.captureNo(), order.no()));
    }

    void refunded(Order order) {
        followers.forEach(f -> f.onRefunded(order.captureNo(), order.no()));
    }

    void expired(Order order) {
        followers.forEach(f -> f.onExpired(order.captureNo(), order.no()));
    }
}
