package org.tucai.verification;

import jakarta.inject.Singleton;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;

/**
 * Applies the conclusions that waited for a label to become known, each in its own transaction, because a whole season's may be waiting. A
 * failing one does not keep the others from being applied; the job then fails, and is retried for those that are left.
 */
@Singleton
class CarryOutJob implements LocalJob {
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
    public void run(String labelCode) {
        labels.findByCode(labelCode).map(ConclusionLabel::zh).ifPresent(this::carryOut);
    }

    private void carryOut(String word) {
        EachOne.of(TYPE, (after, limit) -> conclusions.notUnderstood(word, after, limit), service::understood);
    }
}
