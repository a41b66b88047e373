package org.tucai.proofreading;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Reminds a student shortly before the time for the check is over. */
@Singleton
class RemindProofreadingJob implements JobHandler {
    static final String TYPE = "remind-proofreading";

    private final ProofreadingEndService service;

    RemindProofreadingJob(ProofreadingEndService service) {
        this.service = service;
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
    public void run(String proofreadingNo) {
        service.remind(proofreadingNo);
    }
}
