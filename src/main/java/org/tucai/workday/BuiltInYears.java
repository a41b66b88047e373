package org.tucai.workday;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The calendar years shipped with the program, {@code calendars/YYYY.json}. */
@Singleton
class BuiltInYears {
    private static final int FIRST = 2025;
    private static final int LAST = 2100;

    private final Map<Integer, CalendarYearBody> years = new TreeMap<>();

    BuiltInYears(JsonMapper json) {
        for (int year = FIRST; year <= LAST; year++) {
            try (InputStream file = BuiltInYears.class.getResourceAsStream("/calendars/" + year + ".json")) {
                if (file == null) {
                    break;
                }
                CalendarYearBody body = json.readValue(file.readAllBytes(), CalendarYearBody.class);
                body.checked(year);
                years.put(year, body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Map<Integer, CalendarYearBody> all() {
        return years;
    }
}
