package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.LocalJob;

/** Ends one capture that was turned down after its campaign ended. */
@Singleton
class ExpireCaptureJob implements LocalJob {
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
    public void run(String captureNo) {
        expiry.expire(captureNo);
    }
}
