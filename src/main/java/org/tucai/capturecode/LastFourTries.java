package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;

/**
 * Wrong entries counted for one account or one enrolment. After {@value #MOST} it is locked; when the lock has passed,
 * counting begins anew. Deleted as long after the last entry as a lock lasts: nobody gets more tries by waiting for that.
 *
 * @param enteredAt when the last entry was counted
 * @param codeNo the opened code that last met the lock: its student names it to a manager
 */
@MappedEntity("last_four_tries")
record LastFourTries(
        @Id @GeneratedValue @Nullable Long id,
        LastFourScope scope,
        String subject,
        int wrong,
        @Nullable Instant lockedUntil,
        Instant enteredAt,
        @Nullable String codeNo) {
    static final int MOST = 5;

    boolean isLockedAt(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    LastFourTries wrongAt(Instant at, Duration lock, String code) {
        int more = counted() + 1;
        return more < MOST
                ? new LastFourTries(id, scope, subject, more, null, at, null)
                : new LastFourTries(id, scope, subject, more, at.plus(lock), at, code);
    }

    /** Wrong entries that count now; none do once their lock has passed. */
    int counted() {
        return lockedUntil == null ? wrong : 0;
    }

    /** With so many of them fewer. */
    LastFourTries forgiven(int entries, Instant at) {
        return new LastFourTries(id, scope, subject, Math.max(0, counted() - entries), null, at, null);
    }

    LastFourTries metBy(String code) {
        return new LastFourTries(id, scope, subject, wrong, lockedUntil, enteredAt, code);
    }

    LastFourTries clearedAt(Instant at) {
        return new LastFourTries(id, scope, subject, 0, null, at, null);
    }

    int left() {
        return Math.max(0, MOST - wrong);
    }
}
