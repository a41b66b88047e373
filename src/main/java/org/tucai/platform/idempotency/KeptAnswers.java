package org.tucai.platform.idempotency;

import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.security.Actor;

/** What somebody was answered, kept for a day in case a request is repeated. */
@Singleton
public class KeptAnswers {
    private final IdempotencyRepository records;
    private final Vault vault;

    KeptAnswers(IdempotencyRepository records, Vault vault) {
        this.records = records;
        this.vault = vault;
    }

    /** Deletes all that somebody was answered who will never come back to repeat anything. Joins the caller's transaction. */
    @Transactional
    public void forget(Actor caller) {
        records.deleteOf(caller.toString());
    }

    /**
     * Deletes those answers of somebody's that tell of what is deleted. Their requests are still known: one that comes again, however
     * late, is not done anew, but told that there is nothing any more. Joins the caller's transaction.
     *
     * @param tells whether an answer does, by its body
     */
    @Transactional
    public void forget(Actor caller, Predicate<String> tells) {
        List<Long> ids = records.findByCallerAndBodyIsNotNull(caller.toString()).stream()
                .filter(r -> tells.test(vault.openText(Objects.requireNonNull(r.body()), FirstAnswers.CONTEXT)))
                .map(IdempotencyRecord::id)
                .toList();
        if (!ids.isEmpty()) {
            records.empty(ids, HttpStatus.NOT_FOUND.getCode());
        }
    }
}
