package org.tucai.proofreading;

import jakarta.inject.Singleton;
import org.tucai.platform.job.LocalJob;

/** Ends the time for the check. */
@Singleton
class EndProofreadingJob implements LocalJob {
    static final String TYPE = "end-proofreading";

    private final ProofreadingEndService service;

    EndProofreadingJob(ProofreadingEndService service) {
        this.service = service;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String proofreadingNo) {
        service.end(proofreadingNo);
    }
}
