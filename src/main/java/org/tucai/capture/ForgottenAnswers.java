package org.tucai.capture;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.idempotency.KeptAnswers;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/**
 * Deletes what was kept, for repeated requests, of answers that show a capture's facts: those on the capture, and those on the code it
 * was begun with. They would tell of it for a day more.
 */
@Singleton
class ForgottenAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenAnswers.class);

    /** Stands wherever facts do. */
    private static final String FACTS = "\"maskedIdNumber\"";

    private final KeptAnswers answers;
    private final FactsVault facts;

    ForgottenAnswers(KeptAnswers answers, FactsVault facts) {
        this.answers = answers;
        this.facts = facts;
    }

    /** While its facts are still known. What an operator was answered of a student on site is not found so, and goes by itself after a day. */
    void forget(Capture capture) {
        try {
            CaptureFacts known = facts.open(capture);
            if (known != null) {
                answers.forget(
                        new Actor(Role.STUDENT, capture.accountNo()),
                        answer -> answer.contains(FACTS)
                                && (answer.contains(capture.no()) || answer.contains(known.studentUniqueNo())));
            }
        } catch (IllegalStateException | IllegalArgumentException e) {
            // a row that somebody or something cut must not keep all else from being deleted
            LOG.warn("Answers kept on {} go by themselves after a day: {}", capture.no(), e.getMessage());
        }
    }
}
