package org.tucai.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.platform.time.ChinaTime;

class WorkingDaysTest {
    private final BuiltInYears builtIn = new BuiltInYears(JsonMapper.createDefault());
    private final WorkingDays days = new WorkingDays(
            builtIn.all().values().stream().map(b -> b.checked(b.year())).toList());

    @ParameterizedTest
    @CsvSource({
        "2025-01-24, 2025-02-07",
        "2025-09-26, 2025-10-10",
        "2025-09-30, 2025-10-14",
        "2026-02-13, 2026-02-27",
        "2026-02-14, 2026-02-28",
        "2026-04-30, 2026-05-11",
        "2026-09-18, 2026-09-24",
        "2026-09-24, 2026-10-09",
        "2026-09-30, 2026-10-13",
        "2026-10-05, 2026-10-13"
    })
    void countsFiveWorkingDays(LocalDate submitted, LocalDate due) {
        for (LocalTime time : List.of(LocalTime.MIN, LocalTime.NOON, LocalTime.of(23, 59, 59))) {
            DueDate found =
                    days.due(submitted.atTime(time).atZone(ChinaTime.ZONE).toInstant(), 5);

            assertThat(found.day()).isEqualTo(due);
            assertThat(found.at()).isEqualTo(ChinaTime.endOf(due));
            assertThat(found.provisional()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1999, false", "2000, true", "2100, true", "2101, false"})
    void acceptsNoticesOfTheYears2000To2100(int year, boolean taken) {
        LocalDate newYear = LocalDate.of(Math.clamp(year, 2000, 2100), 1, 1);
        CalendarYearBody notice =
                new CalendarYearBody(year, "测试", List.of(new CalendarYearBody.Span(newYear, newYear)), List.of());

        if (taken) {
            assertThat(notice.checked(year).off()).containsExactly(newYear);
        } else {
            assertThatThrownBy(() -> notice.checked(year)).hasMessage("invalid-fields");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-15, 2026-03-03, true", // 16 days later
        "2026-02-15, 2026-03-04, false",
        "2026-02-15, 2026-02-15, true",
        "2026-02-15, 2026-02-14, false",
        "2026-01-02, 2026-01-05, true", // follows the first of January
        "2026-01-01, 2026-01-05, false" // names it twice
    })
    void refusesSpansThatEndBeforeTheyBeginAreTooLongOrOverlap(LocalDate from, LocalDate to, boolean taken) {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        List<CalendarYearBody.Span> off =
                List.of(new CalendarYearBody.Span(newYear, newYear), new CalendarYearBody.Span(from, to));
        CalendarYearBody notice = new CalendarYearBody(2026, "测试", off, List.of());

        if (taken) {
            assertThat(notice.checked(2026).off()).contains(newYear, from, to);
        } else {
            assertThatThrownBy(() -> notice.checked(2026)).hasMessage("invalid-fields");
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-12-24, false", "2025-12-25, true", "2026-12-31, true", "2027-01-01, false"})
    void aNoticeNamesDaysFromTheWeekBeforeItsYearToTheEndOfIt(LocalDate day, boolean taken) {
        CalendarYearBody notice =
                new CalendarYearBody(2026, "测试", List.of(new CalendarYearBody.Span(day, day)), List.of());

        if (taken) {
            assertThat(notice.checked(2026).off()).containsExactly(day);
        } else {
            assertThatThrownBy(() -> notice.checked(2026)).hasMessage("invalid-fields");
        }
    }

    @Test
    void flagsDeadlinesPastTheLastKnownYear() {
        DueDate last = days.due(ChinaTime.endOf(LocalDate.of(2026, 12, 29)), 1);
        DueDate past = days.due(ChinaTime.endOf(LocalDate.of(2026, 12, 29)), 2);

        assertThat(last.day()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(last.provisional()).isTrue();
        assertThat(past.day()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(past.provisional()).isTrue();
    }

    @Test
    void theLastWeekOfAYearIsCertainOnlyWithTheNoticeOfTheNextOne() {
        DueDate before = days.due(ChinaTime.endOf(LocalDate.of(2026, 12, 22)), 1);
        DueDate within = days.due(ChinaTime.endOf(LocalDate.of(2026, 12, 23)), 1);
        DueDate known = days.due(ChinaTime.endOf(LocalDate.of(2025, 12, 24)), 1);

        assertThat(before.day()).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(before.provisional()).isFalse();
        assertThat(within.day()).isEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(within.provisional()).isTrue();
        assertThat(known.provisional()).isFalse();
        assertThat(days.knownUntil(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @Test
    void isProvisionalWhenTheCountCrossesAnUnknownYear() {
        YearDays y2025 = YearDays.of(2025, Set.of(), Set.of());
        YearDays y2027 = YearDays.of(2027, Set.of(), Set.of());
        WorkingDays gap = new WorkingDays(List.of(y2025, y2027));

        assertThat(gap.due(ChinaTime.endOf(LocalDate.of(2025, 12, 30)), 270).provisional())
                .isTrue();
        assertThat(gap.knownUntil(LocalDate.of(2025, 6, 1))).isEqualTo(LocalDate.of(2025, 12, 24));
    }

    @Test
    void isKnownUntilTheFirstYearMissingFromTheCurrentOneOn() {
        WorkingDays known = new WorkingDays(Stream.of(2023, 2025, 2026, 2028)
                .map(year -> YearDays.of(year, Set.of(), Set.of()))
                .toList());

        assertThat(known.knownUntil(LocalDate.of(2026, 3, 2))).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(known.knownUntil(LocalDate.of(2025, 3, 2))).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(known.knownUntil(LocalDate.of(2024, 3, 2))).isEqualTo(LocalDate.of(2023, 12, 24));
        assertThat(known.knownUntil(LocalDate.of(2028, 3, 2))).isEqualTo(LocalDate.of(2028, 12, 24));
        assertThat(known.knownUntil(LocalDate.of(2020, 3, 2))).isEqualTo(LocalDate.of(2023, 12, 24));
        assertThat(new WorkingDays(List.of()).knownUntil(LocalDate.of(2026, 3, 2)))
                .isNull();
    }
}
