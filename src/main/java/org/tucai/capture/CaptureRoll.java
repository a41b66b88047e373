package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.web.Cursor;
import org.tucai.platform.web.DaySpan;
import org.tucai.platform.web.Page;

/** Lists of captures for schools and managers; reads only. */
@Singleton
public class CaptureRoll {
    /**
     * How old a change must be before followed lists show it. A change that is still being committed carries an earlier instant than
     * committed ones, and a cursor beyond it would skip it for ever. No transaction lives this long.
     */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final CaptureRepository captures;
    private final InstantSource clock;

    CaptureRoll(CaptureRepository captures, InstantSource clock) {
        this.captures = captures;
        this.clock = clock;
    }

    /** Captures of one school in these statuses after the cursor, by when the status last moved; settled ones only. */
    @Transactional
    public List<Capture> bySchool(String schoolNo, Collection<CaptureStatus> statuses, Cursor after, int limit) {
        Instant settled = settled();
        return first(limit, statuses, s -> captures.bySchool(schoolNo, s, after.at(), after.no(), settled, limit));
    }

    /** Captures of one school whose photo was found good after the cursor, in that order; settled ones only. */
    @Transactional
    public List<Capture> accepted(String schoolNo, Cursor after, int limit) {
        return captures.accepted(schoolNo, after.at(), after.no(), settled(), limit);
    }

    /** Captures of one school with one of these conclusions after the cursor, by when the conclusion came; settled ones only. */
    @Transactional
    public List<Capture> concluded(String schoolNo, Collection<String> conclusions, Cursor after, int limit) {
        Instant settled = settled();
        return first(limit, conclusions, c -> captures.concluded(schoolNo, c, after.at(), after.no(), settled, limit));
    }

    /**
     * The first of several lists that are each in the order of their last move. One by one each is read from an index; all at once
     * the database would sort everything that follows the cursor.
     */
    private static <T> List<Capture> first(int limit, Collection<T> lists, Function<T, List<Capture>> read) {
        return lists.stream()
                .flatMap(list -> read.apply(list).stream())
                .sorted(Comparator.comparing(Capture::changedAt).thenComparing(Capture::no))
                .limit(limit)
                .toList();
    }

    /** Captures of one school whose photos and facts were deleted after the cursor, in that order; settled ones only. */
    @Transactional
    public List<Capture> ended(String schoolNo, Cursor after, int limit) {
        return captures.ended(schoolNo, after.at(), after.no(), settled(), limit);
    }

    private Instant settled() {
        return clock.instant().minus(SETTLING);
    }

    /** Captures, newest first; null filters let everything pass. */
    @Transactional
    public Page<Capture> page(@Nullable String campaignNo, @Nullable CaptureStatus status, Cursor after, int limit) {
        return Page.of(
                captures.page(after.at(), after.no(), campaignNo, status == null ? null : status.name(), limit + 1),
                limit,
                c -> new Cursor(c.createdAt(), c.no()));
    }

    /** How many captures moved where on which day in China. */
    @Transactional
    public List<DayCount> movedByDay(DaySpan span, @Nullable String campaignNo) {
        return campaignNo == null
                ? captures.movedByDay(span.start(), span.end())
                : captures.movedByDay(span.start(), span.end(), campaignNo);
    }

    /** How many captures of a campaign, or of all, stand where. */
    @Transactional
    public List<StatusCount> countByCampaign(@Nullable String campaignNo) {
        return captures.countByCampaign(campaignNo);
    }

    /** How many captures of a school ended because the student was captured in another campaign, by the campaign they were in. */
    @Transactional
    public Map<String, Long> countCapturedElsewhere(String schoolNo) {
        return captures.capturedElsewhereBySchool(schoolNo).stream()
                .collect(Collectors.toMap(StatusCount::campaignNo, StatusCount::count));
    }

    /** How many captures of a school stand where, by campaign. */
    @Transactional
    public List<StatusCount> count(String schoolNo) {
        return captures.countBySchool(schoolNo);
    }
}
