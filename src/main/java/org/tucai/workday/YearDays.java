package org.tucai.workday;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the State Council's notice says about one year.
 *
 * @param year the year of the notice
 * @param off holidays, weekends included where the notice names them
 * @param worked weekend days worked instead
 */
record YearDays(int year, NavigableSet<LocalDate> off, NavigableSet<LocalDate> worked) {
    static YearDays of(int year, Set<LocalDate> off, Set<LocalDate> worked) {
        return new YearDays(year, new TreeSet<>(off), new TreeSet<>(worked));
    }

    /** The days off as spans that may be loaded again; consecutive days are joined up to the longest span allowed. */
    List<CalendarYearBody.Span> spans() {
        Deque<CalendarYearBody.Span> spans = new ArrayDeque<>();
        for (LocalDate day : off) {
            CalendarYearBody.Span last = spans.peekLast();
            if (last != null && last.isContinuedBy(day)) {
                spans.removeLast();
                spans.addLast(new CalendarYearBody.Span(last.from(), day));
            } else {
                spans.addLast(new CalendarYearBody.Span(day, day));
            }
        }
        return List.copyOf(spans);
    }
}
