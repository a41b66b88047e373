package org.tucai.workday;

import java.time.Duration;

/** Implemented by features that must recalculate deadlines when a calendar year is loaded; called in the transaction that loads it. */
public interface CalendarFollower {
    /**
     * Delay after which a job recalculates a second time: a transaction that counted with the former days may commit just after the first,
     * immediate run has read. No transaction lasts this long.
     */
    Duration ONCE_MORE_AFTER = Duration.ofSeconds(30);

    void onYearLoaded(int year);
}
