package org.tucai.platform.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;

/**
 * Wrong tries of one name or from one address.
 *
 * @param tryKey keyed hash of it
 * @param failures within the window
 * @param since start of the window
 * @param lockedUntil no try is looked at before
 */
@MappedEntity("login_try")
record LoginTry(
        @Id @GeneratedValue @Nullable Long id,
        String tryKey,
        int failures,
        Instant since,
        @Nullable Instant lockedUntil) {

    /** Longer than a try waits for the row: until then its instant may lie before the window that another one has begun. */
    private static final Duration WAITS_FOR_THE_ROW = Duration.ofMinutes(1);

    /** How long no try is looked at; zero when the next one may go on. */
    Duration lockLeft(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil) && !isYetToBegin(now)
                ? Duration.between(now, lockedUntil)
                : Duration.ZERO;
    }

    /** The clock was set back: otherwise a lock of minutes would last as long as the clock was wrong. */
    private boolean isYetToBegin(Instant now) {
        return now.isBefore(since.minus(WAITS_FOR_THE_ROW));
    }

    /** One more, in a window of that length; the {@code limit}th locks for as long again. */
    LoginTry counted(int limit, Duration window, Instant now) {
        boolean fresh = !now.isBefore(since.plus(window)) || isYetToBegin(now);
        int count = fresh ? 1 : failures + 1;
        return new LoginTry(id, tryKey, count, fresh ? now : since, count >= limit ? now.plus(window) : null);
    }
}
