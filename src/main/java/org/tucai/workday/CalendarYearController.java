package org.tucai.workday;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Etag;

@Tag(name = "Calendar")
@Controller("/api/v1/admin/calendar-years")
@Secured(Role.Names.MANAGER)
class CalendarYearController {
    private final CalendarYearService years;
    private final WorkdayCalendar calendar;

    CalendarYearController(CalendarYearService years, WorkdayCalendar calendar) {
        this.years = years;
        this.calendar = calendar;
    }

    /** All known calendar years; deadlines after {@code knownUntil} are provisional. */
    @Serdeable
    record CalendarYearsView(@Nullable LocalDate knownUntil, List<CalendarYearView> years) {}

    /**
     * A calendar year, in a format that can be loaded again.
     *
     * @param off spans of days off
     * @param loadedAt null for a year shipped with the program
     * @param loadedBy the manager's number; null if {@code loadedAt} is
     */
    @Serdeable
    record CalendarYearView(
            int year,
            String source,
            List<CalendarYearBody.Span> off,
            List<LocalDate> worked,
            @Nullable OffsetDateTime loadedAt,
            @Nullable String loadedBy,
            int version) {}

    @Operation(summary = "Lists the known calendar years and the date until which working days are certain")
    @Get
    CalendarYearsView listCalendarYears() {
        return new CalendarYearsView(
                calendar.knownUntil(),
                years.all().stream().map(CalendarYearController::view).toList());
    }

    @Operation(summary = "Reads a calendar year")
    @Get("/{year}")
    HttpResponse<CalendarYearView> readCalendarYear(int year) {
        return answer(years.require(year));
    }

    @Operation(summary = "Loads a calendar year, or replaces it (If-Match)")
    @ApiResponse(
            responseCode = "200",
            description = "Effective immediately; open deadlines that span it are recalculated")
    @Put("/{year}")
    HttpResponse<CalendarYearView> loadCalendarYear(
            int year,
            @Body @Valid CalendarYearBody body,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Authentication caller) {
        return answer(years.load(year, body, ifMatch, Actor.of(caller)));
    }

    private static HttpResponse<CalendarYearView> answer(CalendarYearService.KnownYear year) {
        return HttpResponse.ok(view(year)).header(HttpHeaders.ETAG, Etag.of(year.version()));
    }

    private static CalendarYearView view(CalendarYearService.KnownYear year) {
        return new CalendarYearView(
                year.days().year(),
                year.source(),
                year.days().spans(),
                List.copyOf(year.days().worked()),
                ChinaTime.offsetOrNull(year.loadedAt()),
                year.loadedBy() == null ? null : year.loadedBy().no(),
                year.version());
    }
}
