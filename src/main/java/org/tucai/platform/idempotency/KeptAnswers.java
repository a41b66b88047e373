package org.tucai.platform.idempotency;

import io.micronaut.http.HttpStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.tucai.platform.privacy.Vault;
import org.tucai.platform.security.Actor;

/** The answers given to somebody, kept for a day in case a request is repeated. */
@Singleton
public class KeptAnswers {
    private final IdempotencyRepository records;
    private final Vault vault;

    KeptAnswers(IdempotencyRepository records, Vault vault) {
        this.records = records;
        this.vault = vault;
    }

    /** Deletes all answers given to somebody who will never come back. Joins the caller's transaction. */
    @Transactional
    public void forget(Actor caller) {
        records.deleteOf(caller.toString());
    }

    /**
     * Deletes the answers given to somebody that show data being deleted. Their requests stay known: a repetition, however late, is not
     * executed anew but answered not-found. Joins the caller's transaction.
     *
     * @param tells whether an answer with this body shows such data
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
