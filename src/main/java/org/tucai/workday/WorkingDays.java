package org.tucai.workday;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.time.ChinaTime;

/**
 * The rule by which working days are counted (DOMAIN §3): the day of submission is not counted, the work is due at the end of the n-th
 * working day. In years that are not loaded every weekday counts and the result is provisional; so is the last week of a year while the
 * notice of the next one, which may name days of it, is not loaded.
 */
final class WorkingDays {
    private final NavigableSet<Integer> years = new TreeSet<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    WorkingDays(Collection<YearDays> known) {
        for (YearDays year : known) {
            years.add(year.year());
            off.addAll(year.off());
            worked.addAll(year.worked());
        }
    }

    boolean isWorkingDay(LocalDate day) {
        return worked.contains(day) || (!isWeekend(day) && !off.contains(day));
    }

    DueDate due(Instant submittedAt, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("at least one working day");
        }
        LocalDate day = ChinaTime.day(submittedAt);
        boolean provisional = false;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            provisional |= !isCertain(day);
            counted += isWorkingDay(day) ? 1 : 0;
        }
        return new DueDate(ChinaTime.endOf(day), day, provisional);
    }

    /**
     * The last day up to which working days are certain, following known years without a gap from this year, or from the last known one
     * before it; if there is none before, from the first known one. Null if no year is known.
     */
    @Nullable
    LocalDate knownUntil(LocalDate today) {
        if (years.isEmpty()) {
            return null;
        }
        Integer before = years.floor(today.getYear());
        int last = before == null ? years.first() : before;
        while (years.contains(last + 1)) {
            last++;
        }
        return CalendarYearBody.firstDayNamed(last + 1).minusDays(1);
    }

    /** Whether every notice that may name the day is known. */
    private boolean isCertain(LocalDate day) {
        int year = day.getYear();
        return years.contains(year)
                && (day.isBefore(CalendarYearBody.firstDayNamed(year + 1)) || years.contains(year + 1));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
