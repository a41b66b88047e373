package org.tucai.workday;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.web.Etag;

/** Loads and replaces calendar years. */
@Singleton
public class CalendarYearService {
    private final CalendarYearRepository years;
    private final BuiltInYears builtIn;
    private final Collection<CalendarFollower> followers;
    private final AuditTrail audit;
    private final InstantSource clock;

    CalendarYearService(
            CalendarYearRepository years,
            BuiltInYears builtIn,
            Collection<CalendarFollower> followers,
            AuditTrail audit,
            InstantSource clock) {
        this.years = years;
        this.builtIn = builtIn;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A known year; version 0, without instant and manager, while it is the shipped one. Loaded ones begin at 1; otherwise their ETags
     * would be equal.
     */
    record KnownYear(
            YearDays days,
            String source,
            @Nullable Instant loadedAt,
            @Nullable Actor loadedBy,
            int version) {}

    @Transactional
    public List<KnownYear> all() {
        List<KnownYear> known = new ArrayList<>();
        years.findAll().forEach(y -> known.add(loaded(y)));
        builtIn.all().keySet().stream()
                .filter(year -> known.stream().noneMatch(k -> k.days().year() == year))
                .forEach(year -> known.add(shipped(year)));
        known.sort(Comparator.comparingInt(k -> k.days().year()));
        return known;
    }

    @Transactional
    public KnownYear require(int year) {
        return inForce(years.findByYear(year).orElse(null), year).orElseThrow(PlatformProblem::notFound);
    }

    /** Loads a year, or replaces it when {@code ifMatch} names the version in force; jobs recalculate open deadlines. */
    @Transactional
    public KnownYear load(int year, CalendarYearBody body, @Nullable String ifMatch, Actor by) {
        YearDays days = body.checked(year);
        // read once: a colleague's row inserted between two reads would be replaced without matching ifMatch
        CalendarYear before = years.findByYear(year).orElse(null);
        inForce(before, year).ifPresent(k -> Etag.requireMatch(ifMatch, k.version()));
        for (int next : List.of(year - 1, year + 1)) {
            inForce(years.findByYear(next).orElse(null), next).ifPresent(k -> body.requireAgreement(k.days()));
        }
        CalendarYear row = new CalendarYear(
                before == null ? null : before.id(),
                year,
                body.source(),
                CalendarYear.join(days.off()),
                CalendarYear.join(days.worked()),
                clock.instant(),
                by.toString(),
                before == null ? 0 : before.version());
        CalendarYear saved = before == null ? first(row) : years.update(row);
        audit.record(
                by,
                "calendar-year-loaded",
                Integer.toString(year),
                days.off().size() + " days off, " + days.worked().size() + " weekend days worked");
        followers.forEach(f -> f.onYearLoaded(year));
        return loaded(saved);
    }

    private CalendarYear first(CalendarYear row) {
        try {
            return years.save(row);
        } catch (DataAccessException e) {
            // a colleague loaded it at the same moment; the unique key prevented a second row
            years.findByYear(row.year()).ifPresent(y -> {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            });
            throw e;
        }
    }

    private Optional<KnownYear> inForce(@Nullable CalendarYear row, int year) {
        if (row != null) {
            return Optional.of(loaded(row));
        }
        return builtIn.all().containsKey(year) ? Optional.of(shipped(year)) : Optional.empty();
    }

    private KnownYear shipped(int year) {
        CalendarYearBody body = Objects.requireNonNull(builtIn.all().get(year));
        return new KnownYear(body.checked(year), body.source(), null, null, 0);
    }

    private static KnownYear loaded(CalendarYear year) {
        return new KnownYear(
                year.days(), year.source(), year.loadedAt(), Actor.parse(year.loadedBy()), year.version() + 1);
    }
}
