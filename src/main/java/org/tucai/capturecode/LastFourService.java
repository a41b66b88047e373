package org.tucai.capturecode;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Counts entries of the last four characters and locks after too many wrong ones. */
@Singleton
public class LastFourService {
    private final LastFourTriesRepository tries;
    private final OpenedCodeRepository opened;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Duration lock;

    LastFourService(
            LastFourTriesRepository tries,
            OpenedCodeRepository opened,
            AuditTrail audit,
            InstantSource clock,
            @Value("${tucai.capture-code.lock}") Duration lock) {
        this.tries = tries;
        this.opened = opened;
        this.audit = audit;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * What came of an entry.
     *
     * @param right whether the code is confirmed now
     * @param left tries left after a wrong entry
     * @param lockedUntil when locked, until when
     */
    record Outcome(boolean right, int left, @Nullable Instant lockedUntil) {}

    /**
     * Counts an entry that did or did not match. A transaction of its own: the count must stay when the caller's request
     * fails, as it does after a wrong entry. While locked, right entries count for nothing, so a lock tells no one anything.
     */
    @Transactional(propagation = TransactionDefinition.Propagation.REQUIRES_NEW)
    public Outcome enter(String codeNo, String accountNo, String enrolmentIndex, boolean matches) {
        LastFourTries account = locked(LastFourScope.ACCOUNT, accountNo);
        LastFourTries enrolment = locked(LastFourScope.ENROLMENT, enrolmentIndex);
        Instant now = clock.instant();
        for (LastFourTries t : List.of(account, enrolment)) {
            if (t.isLockedAt(now)) {
                return new Outcome(false, 0, t.lockedUntil());
            }
        }
        if (matches) {
            tries.update(account.cleared());
            tries.update(enrolment.cleared());
            opened.confirm(codeNo, now);
            return new Outcome(true, LastFourTries.MOST, null);
        }
        LastFourTries a = tries.update(account.wrongAt(now, lock));
        LastFourTries e = tries.update(enrolment.wrongAt(now, lock));
        Instant until = a.lockedUntil() == null ? e.lockedUntil() : a.lockedUntil();
        if (until != null) {
            audit.record(new Actor(Role.STUDENT, accountNo), "last-four-locked", codeNo, "until " + until);
        }
        return new Outcome(false, Math.min(a.left(), e.left()), until);
    }

    private LastFourTries locked(LastFourScope scope, String subject) {
        tries.ensure(scope.name(), subject);
        return tries.lock(scope.name(), subject).orElseThrow();
    }
}
