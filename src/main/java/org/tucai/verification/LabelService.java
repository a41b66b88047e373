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

/** The authority's words as data: a new one is added by a manager, without a release. */
@Singleton
public class LabelService {
    /** A conclusion that is being taken while its word is added is not to be seen at once. No transaction lives as long. */
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
     * Adds a label, or changes what one means. Conclusions that came with the word before it was known are carried out by a
     * job; those of a word that is doubtful only now become news in the schools' lists.
     *
     * @throws ProblemException {@link VerificationProblem#LABEL_TAKEN} when the word has another code, or the code another word
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
            // somebody was faster with the word or the code: it was their label that was changed, and is as it was
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
