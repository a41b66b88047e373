package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tucai.platform.job.LocalJob;

/** Reminds a student of an order that is about to expire unpaid. */
@Singleton
class RemindOrderJob implements LocalJob {
    static final String TYPE = "remind-order";

    private static final Duration BEFORE = Duration.ofHours(4);

    private final CheckoutService checkout;

    RemindOrderJob(CheckoutService checkout) {
        this.checkout = checkout;
    }

    /** Some hours before it expires, but never before the middle of its time: a reminder right after ordering would be pointless. */
    static Instant dueAt(Order order) {
        Duration half = Duration.between(order.placedAt(), order.payBy()).dividedBy(2);
        return order.payBy().minus(half.compareTo(BEFORE) < 0 ? half : BEFORE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String orderNo) {
        checkout.remind(orderNo);
    }
}
