package org.tucai.workday;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A calendar year that came with the program which last ran on this database; days as in {@link CalendarYear}. */
@MappedEntity("shipped_year")
record ShippedYear(@Id int year, String offDays, String workedDays) {
    static ShippedYear of(YearDays days) {
        return new ShippedYear(days.year(), CalendarYear.join(days.off()), CalendarYear.join(days.worked()));
    }
}
