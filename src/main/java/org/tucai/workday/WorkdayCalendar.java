package org.tucai.workday;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.time.ChinaTime;

/** Counts working days by the years known now: those shipped and those loaded since, which take precedence. */
@Singleton
public class WorkdayCalendar {
    private final CalendarYearRepository loaded;
    private final BuiltInYears builtIn;
    private final InstantSource clock;

    WorkdayCalendar(CalendarYearRepository loaded, BuiltInYears builtIn, InstantSource clock) {
        this.loaded = loaded;
        this.builtIn = builtIn;
        this.clock = clock;
    }

    /**
     * When something submitted then is due.
     *
     * @param workingDays 1 and up; the day of submission is not counted
     */
    public DueDate due(Instant submittedAt, int workingDays) {
        return workingDays().due(submittedAt, workingDays);
    }

    /**
     * The last day up to which working days are certain, seen from today; in the past if this year is unknown, null if no year is known.
     */
    public @Nullable LocalDate knownUntil() {
        return workingDays().knownUntil(ChinaTime.day(clock.instant()));
    }

    /** The first day that the notice of that year may name: in the last week of the year before. */
    public LocalDate firstDayNamedBy(int year) {
        return CalendarYearBody.firstDayNamed(year);
    }

    private WorkingDays workingDays() {
        Map<Integer, YearDays> years = new TreeMap<>();
        builtIn.all().forEach((year, body) -> years.put(year, body.checked(year)));
        loaded.findAll().forEach(y -> years.put(y.year(), y.days()));
        return new WorkingDays(years.values());
    }
}
