package org.tucai.audit;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.platform.id.PublicNumbers;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.HeadersOnly;

/** Writes the audit trail; call in the transaction of the audited action. */
@Singleton
public class AuditTrail {
    private final AuditEntryRepository entries;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    AuditTrail(AuditEntryRepository entries, PublicNumbers numbers, InstantSource clock) {
        this.entries = entries;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Adds one entry.
     *
     * @param action kebab case, {@code capture-accepted}
     * @param subject public number of what was acted on
     * @param detail at most 400 characters, never personal data
     */
    public void record(Actor actor, String action, String subject, String detail) {
        entries.save(
                new AuditEntry(null, numbers.next("aud"), clock.instant(), actor.toString(), action, subject, detail));
    }

    /** Adds an entry, as {@link #record}, that somebody was shown something; none for requests for headers alone, which show nothing. */
    public void look(Actor actor, String action, String subject, String detail) {
        if (!HeadersOnly.areAsked()) {
            record(actor, action, subject, detail);
        }
    }
}
