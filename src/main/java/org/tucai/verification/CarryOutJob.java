package org.tucai.verification;

import jakarta.inject.Singleton;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/**
 * A word has become known: the conclusions that waited for it are carried out, each in a transaction of its own, for a season's may
 * be waiting. One that cannot be does not keep the others from it; the job then fails, and is tried again for those that are left.
 */
@Singleton
class CarryOutJob implements JobHandler {
    static final String TYPE = "carry-out-conclusions";

    private final ConclusionLabelRepository labels;
    private final ConclusionRepository conclusions;
    private final ConclusionService service;

    CarryOutJob(ConclusionLabelRepository labels, ConclusionRepository conclusions, ConclusionService service) {
        this.labels = labels;
        this.conclusions = conclusions;
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
    public void run(String labelCode) {
        labels.findByCode(labelCode).map(ConclusionLabel::zh).ifPresent(this::carryOut);
    }

    private void carryOut(String word) {
        EachOne.of(TYPE, (after, limit) -> conclusions.notUnderstood(word, after, limit), service::understood);
    }
}
