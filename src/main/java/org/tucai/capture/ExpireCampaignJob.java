package org.tucai.capture;

import jakarta.inject.Singleton;
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

    ExpireCampaignJob(ExpiryService expiry) {
        this.expiry = expiry;
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
        EachOne.of(TYPE, (after, limit) -> expiry.ending(campaignNo, after, limit), expiry::expire);
        expiry.ended(campaignNo);
    }
}
