package org.tucai.workday;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the State Council's notice says about one year.
 *
 * @param year the year of the notice
 * @param off holidays, weekends included where the notice names them
 * @param worked weekend days worked instead
 */
record YearDays(int year, SortedSet<LocalDate> off, SortedSet<LocalDate> worked) {
    static YearDays of(int year, Set<LocalDate> off, Set<LocalDate> worked) {
        return new YearDays(year, new TreeSet<>(off), new TreeSet<>(worked));
    }
}
