package org.tucai.workday;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.web.PlainText;

/**
 * A year's holidays as the State Council's notice gives them; also the format of the files in {@code calendars/}.
 *
 * @param year 2000-2100; must equal the year in the path
 * @param source the notice, for people to read
 * @param off spans of days off, within the year or the last week before it
 * @param worked make-up weekend days worked, likewise; required, so that they are not forgotten: an empty list if there are none
 */
@Serdeable
@JsonIgnoreProperties(
        ignoreUnknown = true) // what GET answers may be PUT; no field may be absent, so a misspelt one is noticed
record CalendarYearBody(
        int year,
        @NotBlank @Size(max = 200) @PlainText String source,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Span> off,

        @Nullable @Size(max = 20) @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        List<@NotNull LocalDate> worked) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST_SPAN_DAYS = 16;
    private static final int DAYS_BEFORE_NEW_YEAR = 7;

    /** A span of days off, both ends included. */
    @Serdeable
    record Span(@NotNull LocalDate from, @NotNull LocalDate to) {
        boolean isTooLong() {
            return from.plusDays(LONGEST_SPAN_DAYS).isBefore(to);
        }

        boolean isContinuedBy(LocalDate day) {
            return day.equals(to.plusDays(1)) && !new Span(from, day).isTooLong();
        }

        Stream<LocalDate> days() {
            return from.datesUntil(to.plusDays(1));
        }
    }

    /** The days, if they are consistent; otherwise refuses with {@code invalid-fields}, naming each fault. */
    YearDays checked(int wantedYear) {
        List<FieldError> errors = new ArrayList<>();
        if (year != wantedYear || year < FIRST_YEAR || year > LAST_YEAR) {
            errors.add(new FieldError(
                    "须与地址中的年份一致，且在 2000 至 2100 之间", "must be the year in the address, 2000 to 2100", "/year"));
        }
        if (worked == null) {
            errors.add(new FieldError(
                    "不能缺少；没有调休上班的周末时填空列表 []", "is required; an empty list [] if no weekend day is worked", "/worked"));
        }
        Set<LocalDate> offDays = offDays(errors);
        Set<LocalDate> workedDays = workedDays(offDays, errors);
        if (!errors.isEmpty()) {
            throw PlatformProblem.invalidFields(errors);
        }
        return YearDays.of(year, offDays, workedDays);
    }

    /**
     * Refuses days on which the notice of the year before or after disagrees: one of the two is wrong, and the program cannot tell which.
     */
    void requireAgreement(YearDays other) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < off.size(); i++) {
            if (off.get(i).days().anyMatch(other.worked()::contains)) {
                errors.add(disagreement(other.year(), "/off/" + i));
            }
        }
        List<LocalDate> weekends = weekends();
        for (int i = 0; i < weekends.size(); i++) {
            if (other.off().contains(weekends.get(i))) {
                errors.add(disagreement(other.year(), "/worked/" + i));
            }
        }
        if (!errors.isEmpty()) {
            throw PlatformProblem.invalidFields(errors);
        }
    }

    private static FieldError disagreement(int otherYear, String pointer) {
        return new FieldError(
                "与已载入的 " + otherYear + " 年安排相反，请先更正有误的一方",
                "contradicts what is loaded for " + otherYear + "; correct the one that is wrong first",
                pointer);
    }

    private Set<LocalDate> offDays(List<FieldError> errors) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < off.size(); i++) {
            Span span = off.get(i);
            if (isOutside(span.from()) || isOutside(span.to())) {
                errors.add(new FieldError("不在该年份内", "is outside this year", "/off/" + i));
                continue;
            }
            if (span.to().isBefore(span.from()) || span.isTooLong()) {
                errors.add(new FieldError(
                        "结束日期不得早于开始日期，且相隔最多 16 天",
                        "must end on or after its first day, at most 16 days later",
                        "/off/" + i));
                continue;
            }
            boolean fresh = true;
            for (LocalDate day = span.from(); !day.isAfter(span.to()); day = day.plusDays(1)) {
                fresh &= days.add(day);
            }
            if (!fresh) {
                errors.add(new FieldError("与前面的日期重叠", "overlaps an earlier span", "/off/" + i));
            }
        }
        return days;
    }

    private Set<LocalDate> workedDays(Set<LocalDate> offDays, List<FieldError> errors) {
        Set<LocalDate> days = new HashSet<>();
        List<LocalDate> weekends = weekends();
        for (int i = 0; i < weekends.size(); i++) {
            LocalDate day = weekends.get(i);
            if (!WorkingDays.isWeekend(day) || offDays.contains(day) || !days.add(day) || isOutside(day)) {
                errors.add(new FieldError(
                        "须为该年份内不放假的周末日期，且不重复",
                        "must be a weekend day of this year that is not off, and not repeated",
                        "/worked/" + i));
            }
        }
        return days;
    }

    private List<LocalDate> weekends() {
        return worked == null ? List.of() : worked;
    }

    private boolean isOutside(LocalDate day) {
        int within = Math.clamp(year, FIRST_YEAR, LAST_YEAR);
        return day.isBefore(firstDayNamed(within)) || !day.isBefore(LocalDate.of(within + 1, 1, 1));
    }

    /** The first day that a year's notice may name: in the last week of the year before. */
    static LocalDate firstDayNamed(int year) {
        return LocalDate.of(year, 1, 1).minusDays(DAYS_BEFORE_NEW_YEAR);
    }
}
