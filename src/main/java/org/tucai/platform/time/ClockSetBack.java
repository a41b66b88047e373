package org.tucai.platform.time;

import java.time.Duration;
import java.time.Instant;

/** What stored instants say of a clock that was set back: otherwise pauses and locks would last as long as it was wrong. */
public final class ClockSetBack {
    /** Longer than a request waits for a row: until then its instant may lie before that of one which had the row meanwhile. */
    private static final Duration WAITS_FOR_A_ROW = Duration.ofMinutes(1);

    private ClockSetBack() {}

    /** Whether something that has happened is yet to come by the clock. */
    public static boolean isYetToCome(Instant happened, Instant now) {
        return now.isBefore(happened.minus(WAITS_FOR_A_ROW));
    }
}
