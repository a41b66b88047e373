package org.tucai.workday;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A year loaded by a manager; days as comma-separated ISO dates, ascending. */
@MappedEntity("calendar_year")
record CalendarYear(
        @Id @GeneratedValue @Nullable Long id,
        int year,
        String source,
        String offDays,
        String workedDays,
        Instant loadedAt,
        String loadedBy,
        @Version int version) {

    YearDays days() {
        return YearDays.of(year, split(offDays), split(workedDays));
    }

    static String join(Collection<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    private static Set<LocalDate> split(String days) {
        return Arrays.stream(days.split(","))
                .filter(d -> !d.isEmpty())
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }
}
