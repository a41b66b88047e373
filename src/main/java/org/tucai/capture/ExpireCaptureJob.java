package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Ends one capture that was turned down after its campaign ended. */
@Singleton
class ExpireCaptureJob implements JobHandler {
    static final String TYPE = "expire-capture";

    private final ExpiryService expiry;

    ExpireCaptureJob(ExpiryService expiry) {
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
    public void run(String captureNo) {
        expiry.expire(captureNo);
    }
}
