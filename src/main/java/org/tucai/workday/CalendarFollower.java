package org.tucai.workday;

/** A feature that has counted working days and must count again when a year becomes known; told in the transaction that loads it. */
public interface CalendarFollower {
    void onYearLoaded(int year);
}
