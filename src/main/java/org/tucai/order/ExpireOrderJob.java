package org.tucai.order;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Ends an order that was not paid in time. */
@Singleton
class ExpireOrderJob implements JobHandler {
    static final String TYPE = "expire-order";

    private final CheckoutService checkout;

    ExpireOrderJob(CheckoutService checkout) {
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
        checkout.expire(orderNo);
    }
}
