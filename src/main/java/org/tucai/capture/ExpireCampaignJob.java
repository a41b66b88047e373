package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Ends all captures of a closed campaign that have no accepted photo, one transaction each. */
@Singleton
class ExpireCampaignJob implements JobHandler {
    static final String TYPE = "expire-campaign";
    private static final int BATCH = 200;

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
        for (List<String> batch = expiry.ending(campaignNo, BATCH);
                !batch.isEmpty();
                batch = expiry.ending(campaignNo, BATCH)) {
            batch.forEach(expiry::expire);
        }
    }
}
