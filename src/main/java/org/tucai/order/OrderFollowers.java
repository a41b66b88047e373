package org.tucai.order;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/** All features that follow orders, as one. Looked up lazily, because they depend on orders themselves. */
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
        followers.forEach(f -> f.onPaid(order.captureNo()));
    }

    void refunded(Order order, Money amount) {
        followers.forEach(f -> f.onRefunded(order.captureNo(), amount));
    }

    void checkGivingBack(Order order) {
        followers.forEach(f -> f.checkGivingBack(order.captureNo()));
    }

    void givenBack(Order order, Actor by) {
        followers.forEach(f -> f.onGivenBack(order.captureNo(), by));
    }

    void refunding(Order order, Money amount) {
        followers.forEach(f -> f.onRefunding(order.captureNo(), amount));
    }

    void owed(Order order, Money amount) {
        followers.forEach(f -> f.onOwed(order.captureNo(), amount));
    }

    void handedBack(Order order, Money amount) {
        followers.forEach(f -> f.onHandedBack(order.captureNo(), amount));
    }

    void notKept(Order order, Money amount) {
        followers.forEach(f -> f.onNotKept(order.captureNo(), amount));
    }

    void partlyRefunded(Order order, Money amount) {
        followers.forEach(f -> f.onPartlyRefunded(order.captureNo(), amount));
    }

    void paymentDue(Order order) {
        followers.forEach(f -> f.onPaymentDue(order.captureNo(), order.no(), order.total()));
    }

    void sent(Shipment shipment) {
        String carrier = Objects.requireNonNull(shipment.carrier());
        String trackingNo = Objects.requireNonNull(shipment.trackingNo());
        followers.forEach(f -> f.onPrintsSent(shipment.captureNo(), carrier, trackingNo));
    }

    void expired(Order order) {
        followers.forEach(f -> f.onExpired(order.captureNo()));
    }
}
