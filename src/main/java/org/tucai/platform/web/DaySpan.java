package org.tucai.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.problem.FieldError;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.time.ChinaTime;

/**
 * Days in China that figures or entries are asked for.
 *
 * @param from first day
 * @param to last day, included
 */
public record DaySpan(LocalDate from, LocalDate to) {
    /** In days, both ends included. */
    private static final int LONGEST = 366;

    /** In days. */
    private static final int QUARTER = 92;

    /** Nothing is older, and the database knows no year of five digits. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    /**
     * The span between two days that a client named.
     *
     * @throws ProblemException {@link PlatformProblem#INVALID_FIELDS} when it ends before it begins, is longer than 366 days,
     *     or lies outside the years 2000 to 2999
     */
    public static DaySpan asked(LocalDate from, LocalDate to) {
        if (!isKnown(from, to) || !to.isBefore(from.plusDays(LONGEST))) {
            FieldError error = new FieldError(
                    "须在 2000 至 2999 年之间，不早于开始日期，首尾共计最多 366 天",
                    "must be in the years 2000 to 2999 and not before from; at most 366 days, both included",
                    "?to");
            throw PlatformProblem.invalidFields(List.of(error));
        }
        return new DaySpan(from, to);
    }

    /**
     * The span that a search is narrowed to; without a day it is open at that end, and it may be of any length.
     *
     * @throws ProblemException {@link PlatformProblem#INVALID_FIELDS} when it ends before it begins, or lies outside the years 2000 to 2999
     */
    public static DaySpan searched(@Nullable LocalDate from, @Nullable LocalDate to) {
        DaySpan span = new DaySpan(
                Objects.requireNonNullElse(from, LocalDate.of(FIRST_YEAR, 1, 1)),
                Objects.requireNonNullElse(to, LocalDate.of(LAST_YEAR, 12, 31)));
        if (!isKnown(span.from, span.to)) {
            FieldError error = new FieldError(
                    "须在 2000 至 2999 年之间，不早于开始日期",
                    "must be in the years 2000 to 2999 and not before from",
                    to == null ? "?from" : "?to");
            throw PlatformProblem.invalidFields(List.of(error));
        }
        return span;
    }

    private static boolean isKnown(LocalDate from, LocalDate to) {
        return from.getYear() >= FIRST_YEAR && to.getYear() <= LAST_YEAR && !to.isBefore(from);
    }

    /** Its first instant. */
    public Instant start() {
        return from.atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return ChinaTime.endOf(to);
    }

    /**
     * Reads figures of a quarter at a time, because a large unit's year takes longer than the database gives one statement.
     *
     * @param read answers the figures of some of the days, given their first instant and the first instant after them
     */
    public <T> List<T> byQuarters(BiFunction<Instant, Instant, List<T>> read) {
        List<T> figures = new ArrayList<>();
        for (LocalDate first = from; !first.isAfter(to); first = first.plusDays(QUARTER)) {
            LocalDate next = first.plusDays(QUARTER);
            Instant until =
                    next.isAfter(to) ? end() : next.atStartOfDay(ChinaTime.ZONE).toInstant();
            figures.addAll(read.apply(first.atStartOfDay(ChinaTime.ZONE).toInstant(), until));
        }
        return figures;
    }

    /** Each of them. */
    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
