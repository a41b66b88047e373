package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.LocalJob;

/**
 * Ends captures that an accepted picture makes needless. After its last try it is listed among the failed jobs, under the accepted capture.
 */
@Singleton
class EndNeedlessJob implements LocalJob {
    static final String TYPE = "end-needless";

    private final NeedlessCaptureService needless;

    EndNeedlessJob(NeedlessCaptureService needless) {
        this.needless = needless;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String acceptedNo) {
        needless.besides(acceptedNo).forEach(no -> needless.end(no, acceptedNo));
    }
}
