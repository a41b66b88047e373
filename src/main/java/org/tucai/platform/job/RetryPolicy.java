package org.tucai.platform.job;

import java.time.Duration;

/**
 * Tries and pauses. After the last try the job stands in the list of failed jobs, which a manager sees and can start again.
 *
 * @param tries at least 1
 * @param firstPause pause after the first failure, doubled each time
 * @param longestPause upper bound of the pause
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause) {
    /** Calls to other systems: about two days of trying. */
    public static final RetryPolicy REMOTE = new RetryPolicy(60, Duration.ofSeconds(5), Duration.ofHours(1));

    /** Work on our own data: a failure is a bug. */
    public static final RetryPolicy LOCAL = new RetryPolicy(12, Duration.ofSeconds(2), Duration.ofMinutes(10));

    /** After how many failures the pause grows no more. */
    int failuresToLongestPause() {
        int failures = 1;
        while (pauseAfter(failures).compareTo(longestPause) < 0) {
            failures++;
        }
        return failures;
    }

    /** The pause after that many failures, 1 and up. */
    Duration pauseAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 20);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
