package org.tucai.proofreading;

import jakarta.inject.Singleton;
import java.util.List;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/** Counts the due dates of open checks anew when a calendar year was loaded; each in a transaction of its own. */
@Singleton
class RecountProofreadingsJob implements JobHandler {
    static final String TYPE = "recount-proofreadings";
    private static final int BATCH = 200;

    private final ProofreadingRepository proofreadings;
    private final ProofreadingEndService service;

    RecountProofreadingsJob(ProofreadingRepository proofreadings, ProofreadingEndService service) {
        this.proofreadings = proofreadings;
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
    public void run(String year) {
        List<String> batch = proofreadings.provisional("", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(service::recount);
            batch = proofreadings.provisional(batch.getLast(), BATCH);
        }
    }
}
