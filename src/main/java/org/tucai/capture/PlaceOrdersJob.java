package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;

/**
 * Adjusts orders after a change to a campaign where paying comes, or came, first: places those that lapsed with its former end or were
 * never placed, moves the deadline of unpaid ones to its new end, or cancels them where payment now comes with the photo. After its last
 * try it is listed among the failed jobs, under the campaign.
 */
@Singleton
class PlaceOrdersJob implements LocalJob {
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
    public void run(String campaignNo) {
        EachOne.of(TYPE, (after, limit) -> payFirst.shooting(campaignNo, after, limit), payFirst::ensureOrder);
    }
}
