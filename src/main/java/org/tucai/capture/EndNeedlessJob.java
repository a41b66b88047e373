package org.tucai.capture;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Ends what an accepted picture makes needless. After the last try it stands in the list of failed jobs under the accepted capture. */
@Singleton
class EndNeedlessJob implements JobHandler {
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
    public RetryPolicy retry() {
        return RetryPolicy.LOCAL;
    }

    @Override
    public void run(String acceptedNo) {
        needless.besides(acceptedNo).forEach(needless::end);
    }
}
