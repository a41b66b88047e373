package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
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
    private final ChangeClock changes;

    CaptureRoll(CaptureRepository captures, ChangeClock changes) {
        this.captures = captures;
        this.changes = changes;
    }

    /**
     * Captures of one school in these statuses after the cursor, ordered by their last change; settled changes only.
     *
     * @param campaignNo one of the school's campaigns; null for all
     */
    @Transactional
    public List<Capture> bySchool(
            String schoolNo, @Nullable String campaignNo, Collection<CaptureStatus> statuses, Cursor after, int limit) {
        Instant settled = settled();
        return first(
                limit,
                statuses,
                s -> captures.bySchool(schoolNo, campaignNo, s, after.at(), after.no(), settled, limit));
    }

    /** Captures of one school accepted after the cursor, ordered by acceptance; settled changes only. */
    @Transactional
    public List<Capture> accepted(String schoolNo, Cursor after, int limit) {
        return captures.accepted(schoolNo, after.at(), after.no(), settled(), limit);
    }

    /**
     * Captures of one school with one of these conclusions after the cursor, ordered by their last change; settled changes only.
     *
     * @param campaignNo one of the school's campaigns; null for all
     */
    @Transactional
    public List<Capture> concluded(
            String schoolNo, @Nullable String campaignNo, Collection<String> conclusions, Cursor after, int limit) {
        Instant settled = settled();
        return first(
                limit,
                conclusions,
                c -> captures.concluded(schoolNo, campaignNo, c, after.at(), after.no(), settled, limit));
    }

    /**
     * The first captures of several lists, each ordered by last change. Read one by one, each list comes from an index; in one query the
     * database would sort everything after the cursor.
     */
    private static <T> List<Capture> first(int limit, Collection<T> lists, Function<T, List<Capture>> read) {
        return lists.stream()
                .flatMap(list -> read.apply(list).stream())
                .sorted(Comparator.comparing(Capture::changedAt).thenComparing(Capture::no))
                .limit(limit)
                .toList();
    }

    /**
     * Captures of one school whose photos and facts were deleted after the cursor, ordered by deletion; settled changes only.
     *
     * @param campaignNo one of the school's campaigns; null for all
     */
    @Transactional
    public List<Capture> ended(String schoolNo, @Nullable String campaignNo, Cursor after, int limit) {
        return captures.ended(schoolNo, campaignNo, after.at(), after.no(), settled(), limit);
    }

    private Instant settled() {
        return changes.now().minus(SETTLING);
    }

    /** Captures, newest first; null filters match everything. */
    @Transactional
    public Page<Capture> page(
            @Nullable String campaignNo,
            @Nullable String accountNo,
            @Nullable CaptureStatus status,
            Cursor after,
            int limit) {
        List<Capture> found = status == null
                ? captures.page(after.at(), after.no(), campaignNo, accountNo, limit + 1)
                : captures.pageOf(status.name(), after.at(), after.no(), campaignNo, accountNo, limit + 1);
        return Page.of(found, limit, c -> new Cursor(c.createdAt(), c.no()));
    }

    /** Number of captures that moved to each status, per day in China. */
    @Transactional
    public List<DayCount> movedByDay(DaySpan span, @Nullable String campaignNo) {
        return campaignNo == null
                ? span.byQuarters(captures::movedByDay)
                : captures.movedByDay(span.start(), span.end(), campaignNo);
    }

    /** Number of captures per status, of one campaign or of all. */
    @Transactional
    public List<StatusCount> countByCampaign(@Nullable String campaignNo) {
        return captures.countByCampaign(campaignNo);
    }

    /** Number of captures of a school that ended because the student was captured in another campaign, by the campaign they were in. */
    @Transactional
    public Map<String, Long> countCapturedElsewhere(String schoolNo) {
        return captures.capturedElsewhereBySchool(schoolNo).stream()
                .collect(Collectors.toMap(StatusCount::campaignNo, StatusCount::count));
    }

    /** Number of captures of a school with one of these conclusions, by campaign. */
    @Transactional
    public Map<String, Long> countConcluded(String schoolNo, Collection<String> conclusions) {
        return conclusions.isEmpty()
                ? Map.of()
                : captures.concludedBySchool(schoolNo, conclusions).stream()
                        .collect(Collectors.toMap(StatusCount::campaignNo, StatusCount::count));
    }

    /** Number of captures of a school per campaign and status. */
    @Transactional
    public List<StatusCount> count(String schoolNo) {
        return captures.countBySchool(schoolNo);
    }
}
