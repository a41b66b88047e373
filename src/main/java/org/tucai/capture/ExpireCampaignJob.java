package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.order.UnpaidOrders;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/**
 * Ends all captures of a closed campaign that have no accepted photo, one transaction each. One that cannot be ended does not keep
 * the others from it; the job then fails, and is tried again for those that are left.
 */
@Singleton
class ExpireCampaignJob implements JobHandler {
    static final String TYPE = "expire-campaign";

    private final ExpiryService expiry;
    private final UnpaidOrders unpaid;

    ExpireCampaignJob(ExpiryService expiry, UnpaidOrders unpaid) {
        this.expiry = expiry;
        this.unpaid = unpaid;
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
        EachOne.of(TYPE, (after, limit) -> expiry.ending(campaignNo, after, limit), this::end);
        expiry.ended(campaignNo);
    }

    /** Who has paid is in time: a callback that is late must not cost the photo. */
    private void end(String captureNo) {
        unpaid.takeBack(captureNo);
        expiry.expire(captureNo);
    }
}
