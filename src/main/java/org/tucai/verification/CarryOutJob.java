package org.tucai.verification;

import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.JobHandler;
import org.tucai.platform.job.RetryPolicy;

/**
 * A word has become known: the conclusions that waited for it are carried out, each in a transaction of its own, for a season's may
 * be waiting. One that cannot be does not keep the others from it; the job then fails, and is tried again for those that are left.
 */
@Singleton
class CarryOutJob implements JobHandler {
    static final String TYPE = "carry-out-conclusions";
    private static final Logger LOG = LoggerFactory.getLogger(CarryOutJob.class);
    private static final int BATCH = 200;

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
        RuntimeException first = null;
        int failed = 0;
        for (List<String> batch = conclusions.notUnderstood(word, "", BATCH);
                !batch.isEmpty();
                batch = conclusions.notUnderstood(word, batch.getLast(), BATCH)) {
            for (String no : batch) {
                try {
                    service.understood(no);
                } catch (RuntimeException e) {
                    LOG.error("Conclusion {} cannot be carried out", no, e);
                    first = first == null ? e : first;
                    failed++;
                }
            }
        }
        if (first != null) {
            throw new IllegalStateException(TYPE + " failed for " + failed + " conclusions", first);
        }
    }
}
