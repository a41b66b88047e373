package org.tucai.platform.idempotency;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.tucai.platform.security.Actor;

/** What somebody was answered, kept for a day in case a request is repeated. */
@Singleton
public class KeptAnswers {
    private final IdempotencyRepository records;

    KeptAnswers(IdempotencyRepository records) {
        this.records = records;
    }

    /** Deletes all that somebody was answered who will never come back to repeat anything. Joins the caller's transaction. */
    @Transactional
    public void forget(Actor caller) {
        records.deleteOf(caller.toString());
    }
}
