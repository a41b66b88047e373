package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/**
 * The terms of a campaign that asks for the fee first were changed: orders that lapsed with its former end, or were never placed, are
 * placed; those that wait for their payment get its new end. After the last try those that are left stand in the list of failed jobs under their campaign.
 */
@Singleton
class PlaceOrdersJob implements JobHandler {
    static final String TYPE = "place-orders";

    private final PayFirstService payFirst;

    PlaceOrdersJob(PayFirstService payFirst) {
        this.payFirst = payFirst;
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
    public void run(String campaignNo) {
        EachOne.of(TYPE, (after, limit) -> payFirst.shooting(campaignNo, after, limit), payFirst::ensureOrder);
    }
}
