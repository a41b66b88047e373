package org.tucai.verification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** The authority's labels as data: managers add new ones, without a release. */
@Singleton
public class LabelService {
    /** A conclusion received while its label is being added is not visible at once. No transaction lives this long. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final ConclusionLabelRepository labels;
    private final AuditTrail audit;
    private final JobQueue jobs;
    private final InstantSource clock;

    LabelService(ConclusionLabelRepository labels, AuditTrail audit, JobQueue jobs, InstantSource clock) {
        this.labels = labels;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Adds a label, or changes the meaning of one. A job applies the conclusions that arrived before their label was known; captures with
     * a label that has just become doubtful are listed again for their schools.
     *
     * @throws ProblemException {@link VerificationProblem#LABEL_TAKEN} if the wording has another code, or the code another wording
     */
    @Transactional
    public ConclusionLabel put(ConclusionLabel label, Actor by) {
        Optional<ConclusionLabel> former = labels.findByCode(label.code());
        boolean taken = labels.findByZh(label.zh())
                        .filter(l -> !l.code().equals(label.code()))
                        .isPresent()
                || former.filter(l -> !l.zh().equals(label.zh())).isPresent();
        if (taken) {
            throw new ProblemException(VerificationProblem.LABEL_TAKEN);
        }
        labels.put(label.code(), label.zh(), label.en(), label.doubtful(), label.current(), label.position());
        if (labels.findByCode(label.code()).filter(label::equals).isEmpty()) {
            // a concurrent request took the wording or the code: the row is its label, unchanged after the rollback
            throw new ProblemException(VerificationProblem.LABEL_TAKEN);
        }
        audit.record(by, "conclusion-label-set", label.code(), label.doubtful() ? "doubtful" : "certain");
        if (label.doubtful() && former.filter(l -> !l.doubtful()).isPresent()) {
            jobs.enqueue(ListAgainJob.TYPE, label.code());
        }
        jobs.enqueue(CarryOutJob.TYPE, label.code());
        jobs.enqueue(CarryOutJob.TYPE, label.code(), clock.instant().plus(SETTLING));
        return label;
    }
}
