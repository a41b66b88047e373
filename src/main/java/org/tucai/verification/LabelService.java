package org.tucai.verification;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** The authority's words as data: a new one is added by a manager, without a release. */
@Singleton
public class LabelService {
    private final ConclusionLabelRepository labels;
    private final ConclusionRepository conclusions;
    private final ConclusionService service;
    private final AuditTrail audit;

    LabelService(
            ConclusionLabelRepository labels,
            ConclusionRepository conclusions,
            ConclusionService service,
            AuditTrail audit) {
        this.labels = labels;
        this.conclusions = conclusions;
        this.service = service;
        this.audit = audit;
    }

    /**
     * Adds a label, or changes what one means. Conclusions that came with the word before it was known are carried out now.
     *
     * @throws ProblemException {@link VerificationProblem#LABEL_TAKEN} when the word has another code, or the code another word
     */
    @Transactional
    public ConclusionLabel put(ConclusionLabel label, Actor by) {
        boolean taken = labels.findByZh(label.zh())
                        .filter(l -> !l.code().equals(label.code()))
                        .isPresent()
                || labels.findByCode(label.code())
                        .filter(l -> !l.zh().equals(label.zh()))
                        .isPresent();
        if (taken) {
            throw new ProblemException(VerificationProblem.LABEL_TAKEN);
        }
        labels.put(label.code(), label.zh(), label.en(), label.doubtful(), label.current(), label.position());
        audit.record(by, "conclusion-label-set", label.code(), label.doubtful() ? "doubtful" : "certain");
        conclusions.notUnderstood(label.zh()).forEach(row -> service.understood(row.no()));
        return label;
    }
}
