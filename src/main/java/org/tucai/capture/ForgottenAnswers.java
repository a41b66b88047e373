package org.tucai.capture;

import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.idempotency.KeptAnswers;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/**
 * Deletes the answers kept for repeated requests that show a capture's facts, those about the capture and those about the code it was
 * begun with; otherwise the facts would survive in them for a day.
 */
@Singleton
class ForgottenAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenAnswers.class);

    /** Present in every answer that shows facts. */
    private static final String FACTS = "\"maskedIdNumber\"";

    private final KeptAnswers answers;
    private final FactsVault facts;

    ForgottenAnswers(KeptAnswers answers, FactsVault facts) {
        this.answers = answers;
        this.facts = facts;
    }

    /** Call while the facts are still known. Answers to operators about students on site are not found this way, and expire after a day. */
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
            // one damaged row must not keep everything else from being deleted
            LOG.warn("Stored answers about {} only expire after a day: {}", capture.no(), e.getMessage());
        }
    }
}
