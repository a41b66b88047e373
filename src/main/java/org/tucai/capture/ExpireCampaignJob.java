package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/**
 * Ends all captures of a closed campaign that have no accepted photo, one transaction each. One that cannot be ended does not keep
 * the others from it; the job then fails, and is tried again for those that are left.
 */
@Singleton
class ExpireCampaignJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireCampaignJob.class);
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
        RuntimeException first = null;
        int failed = 0;
        for (List<String> batch = expiry.ending(campaignNo, "", BATCH);
                !batch.isEmpty();
                batch = expiry.ending(campaignNo, batch.getLast(), BATCH)) {
            for (String captureNo : batch) {
                try {
                    expiry.expire(captureNo);
                } catch (RuntimeException e) {
                    LOG.error("Capture {} of closed campaign {} could not be ended", captureNo, campaignNo, e);
                    first = first == null ? e : first;
                    failed++;
                }
            }
        }
        if (first != null) {
            throw new IllegalStateException(failed + " captures could not be ended", first);
        }
        expiry.ended(campaignNo);
    }
}
