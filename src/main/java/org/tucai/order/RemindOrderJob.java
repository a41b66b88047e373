package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Reminds a student of an order that is about to expire unpaid. */
@Singleton
class RemindOrderJob implements JobHandler {
    static final String TYPE = "remind-order";

    /** How long before an order's time is over. */
    static final Duration BEFORE = Duration.ofHours(4);

    private final CheckoutService checkout;

    RemindOrderJob(CheckoutService checkout) {
        this.checkout = checkout;
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
