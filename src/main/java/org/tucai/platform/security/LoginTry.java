package org.tucai.platform.security;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.tucai.platform.time.ClockSetBack;

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

    /** How long no try is looked at; zero when the next one may go on. */
    Duration lockLeft(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil) && !ClockSetBack.isYetToCome(since, now)
                ? Duration.between(now, lockedUntil)
                : Duration.ZERO;
    }

    /** One more, in a window of that length; the {@code limit}th locks for as long again. */
    LoginTry counted(int limit, Duration window, Instant now) {
        boolean fresh = !now.isBefore(since.plus(window)) || ClockSetBack.isYetToCome(since, now);
        int count = fresh ? 1 : failures + 1;
        return new LoginTry(id, tryKey, count, fresh ? now : since, count >= limit ? now.plus(window) : null);
    }
}
