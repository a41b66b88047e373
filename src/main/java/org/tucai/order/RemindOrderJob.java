package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Reminds a student of an order that is about to expire unpaid. */
@Singleton
class RemindOrderJob implements JobHandler {
    static final String TYPE = "remind-order";

    private static final Duration BEFORE = Duration.ofHours(4);

    private final CheckoutService checkout;

    RemindOrderJob(CheckoutService checkout) {
        this.checkout = checkout;
    }

    /** Some hours before its time is over; of an order with less time than twice that in the middle of it: at once it would tell nothing. */
    static Instant dueAt(Order order) {
        Duration half = Duration.between(order.placedAt(), order.payBy()).dividedBy(2);
        return order.payBy().minus(half.compareTo(BEFORE) < 0 ? half : BEFORE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }

    @Override
    public void run(String orderNo) {
        checkout.remind(orderNo);
    }
}
