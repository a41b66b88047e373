package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock by which schools follow captures. It runs with the program's clock but is not set back with it: changes that carry earlier
 * instants than those a school has read lie before its cursor, and it would never hear of them. What it is ahead by lasts until the
 * server is started again after that time has passed.
 */
@Singleton
class ChangeClock {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeClock.class);

    /** Less than the age at which a change is listed, so that no cursor lies beyond it. */
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    /** A change of the same instant may lie before the cursor, by its number. */
    private static final Duration STEP = Duration.ofMillis(1);

    private final CaptureRepository captures;
    private final InstantSource clock;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant latest;

    ChangeClock(CaptureRepository captures, InstantSource clock) {
        this.captures = captures;
        this.clock = clock;
    }

    /** Reads the last change from the database the first time: the clock may be set back while no server runs. */
    synchronized Instant now() {
        Instant last = latest == null ? captures.lastChange().orElse(Instant.EPOCH) : latest;
        Instant now = clock.instant().plus(ahead);
        if (now.isBefore(last.minus(UNNOTICED))) {
            Instant next = last.plus(STEP);
            ahead = ahead.plus(Duration.between(now, next));
            now = next;
            LOG.warn(
                    "The clock was set back; what schools follow goes on by the former one, {} s ahead",
                    ahead.toSeconds());
        }
        latest = now.isBefore(last) ? last : now;
        return now;
    }

    /** A new capture; see {@link #stamped(Capture, Capture)}. */
    Capture stamped(Capture born) {
        Instant now = now();
        return isAhead() ? CaptureBuilder.builder(born).changedAt(now).build() : born;
    }

    /** A changed capture; what the change has dated is dated by this clock where the program's was set back. */
    Capture stamped(Capture before, Capture after) {
        Instant now = now();
        if (!isAhead()) {
            return after;
        }
        boolean moved = before.status() != after.status() || !before.changedAt().equals(after.changedAt());
        return CaptureBuilder.builder(after)
                .changedAt(moved ? now : before.changedAt())
                .acceptedAt(Objects.equals(before.acceptedAt(), after.acceptedAt()) ? before.acceptedAt() : now)
                .endedAt(Objects.equals(before.endedAt(), after.endedAt()) ? before.endedAt() : now)
                .build();
    }

    private synchronized boolean isAhead() {
        return !ahead.isZero();
    }

    /** As if the server had been started again. */
    synchronized void forget() {
        ahead = Duration.ZERO;
        latest = null;
    }
}
