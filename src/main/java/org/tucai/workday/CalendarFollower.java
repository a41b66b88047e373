package org.tucai.workday;

import java.time.Duration;

/** A feature that has counted working days and must count again when a year becomes known; told in the transaction that loads it. */
public interface CalendarFollower {
    /**
     * Who counts again by a job does so at once, and once more so much later: a transaction that had counted with the days known before
     * may be done a moment after the job has looked. None lasts that long.
     */
    Duration ONCE_MORE_AFTER = Duration.ofSeconds(30);

    void onYearLoaded(int year);
}
