package org.tucai.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewRepository extends GenericRepository<Review, Long> {
    /**
     * Whether that reviewer may claim it. Nobody looks at a photo twice: a dispute goes to a manager who was neither of the two, in
     * whatever role they looked.
     */
    String FOR_THE_REVIEWER = """
            (stage = 1 OR (stage = 2 AND first_by <> :reviewer) OR (stage = 3 AND :manager AND first_by <> :reviewer
               AND NOT EXISTS (SELECT 1 FROM state_transition t WHERE t.subject = review.no
                               AND t.cause = 'disputed'
                               AND t.actor IN (CONCAT('MANAGER:', :reviewer), CONCAT('REVIEWER:', :reviewer)))))
            """;

    Review save(Review review);

    Review update(Review review);

    Optional<Review> findByNo(String no);

    List<Review> findByCaptureNoOrderById(String captureNo);

    Optional<Review> findByLiveCapture(String captureNo);

    @Query("SELECT * FROM review WHERE no = :no FOR UPDATE")
    Optional<Review> lock(String no);

    /**
     * Waiting reviews that may be claimed, the soonest due first, skipping those that a concurrent claim has locked. Only one status, so
     * that rows come in index order: rows to be sorted are all locked first, and concurrent claims would find none.
     */
    @Query("""
            SELECT * FROM review
            WHERE status = 'WAITING'
              AND
            """ + FOR_THE_REVIEWER + """
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
            ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Review> waiting(String reviewer, boolean manager, @Nullable String campaignNo, int limit);

    /** The same for claimed reviews whose lease ran out. */
    @Query("""
            SELECT * FROM review
            WHERE status = 'CLAIMED' AND lease_until <= :now
              AND
            """ + FOR_THE_REVIEWER + """
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
            ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED""")
    List<Review> lapsed(String reviewer, boolean manager, @Nullable String campaignNo, Instant now, int limit);

    @Query("SELECT * FROM review WHERE claimed_by = :reviewer AND status IN ('CLAIMED', 'DECIDED') ORDER BY due_at, id")
    List<Review> heldBy(String reviewer);

    /** Counts open reviews; those whose lease ran out count as waiting. */
    @Query("""
            SELECT due_day, campaign_no, provisional, SUM(free AND mine) AS waiting, SUM(free AND NOT mine AND stage < 3) AS waiting_for_second,
                   SUM(free AND NOT mine AND stage = 3) AS waiting_for_manager, SUM(NOT free) AS claimed, SUM(overdue) AS overdue
            FROM (SELECT due_day, campaign_no, provisional, overdue, stage,
                         status = 'WAITING' OR lease_until <= :now AS free,
            """ + FOR_THE_REVIEWER + """
                         AS mine
                  FROM review WHERE status IN ('WAITING', 'CLAIMED')) open
            GROUP BY due_day, campaign_no, provisional ORDER BY due_day, campaign_no""")
    List<QueueCount> queue(String reviewer, boolean manager, Instant now);

    /**
     * Open reviews whose due day is provisional or was counted over that year, ordered by the live capture, which only open ones have.
     * Decided ones are included, because a decision may be undone or pass the photo on.
     */
    @Query("""
            SELECT no, live_capture AS capture_no FROM review
            WHERE live_capture > :after
              AND (provisional OR (due_day >= :from AND submitted_at < :until))
            ORDER BY live_capture LIMIT :limit""")
    List<OpenReview> countedOver(String after, LocalDate from, Instant until, int limit);

    @Query("""
            SELECT no FROM review
            WHERE status IN ('WAITING', 'CLAIMED') AND due_at < :now AND NOT overdue ORDER BY due_at LIMIT :limit""")
    List<String> dueBefore(Instant now, int limit);

    @Query("""
            UPDATE review SET reasons = NULL, note = NULL, version = version + 1
            WHERE capture_no = :captureNo AND (reasons IS NOT NULL OR note IS NOT NULL)""")
    long forgetReasons(String captureNo);

    @Query("UPDATE review SET overdue = TRUE, version = version + 1 WHERE no = :no")
    int markOverdue(String no);

    /**
     * Decisions that passed a photo on are read from the audit trail, because the review itself keeps only the last one, and the history
     * has no order by cause.
     */
    @Query("""
            SELECT reviewer_no, SUM(accepted) AS accepted, SUM(rejected) AS rejected, SUM(late) AS late, SUM(passed_on) AS passed_on
            FROM (SELECT decided_by AS reviewer_no, SUM(decision = 'ACCEPT') AS accepted, SUM(decision = 'REJECT') AS rejected,
                         SUM(decided_at > due_at) AS late, 0 AS passed_on
                  FROM review WHERE decided_at >= :from AND decided_at < :until AND status = 'EFFECTIVE'
                  GROUP BY decided_by
                  UNION ALL
                  SELECT SUBSTRING_INDEX(actor, ':', -1), 0, 0, 0, COUNT(*) FROM audit_entry
                  WHERE action IN ('review-looked-at', 'review-disputed') AND at >= :from AND at < :until
                  GROUP BY actor) done
            GROUP BY reviewer_no ORDER BY reviewer_no""")
    List<ReviewerCount> decidedBetween(Instant from, Instant until);

    /** A review that is not carried out. */
    @Introspected
    record OpenReview(String no, String captureNo) {}

    /** Open reviews of one due day and campaign. */
    @Introspected
    record QueueCount(
            LocalDate dueDay,
            String campaignNo,
            boolean provisional,
            long waiting,
            long waitingForSecond,
            long waitingForManager,
            long claimed,
            long overdue) {}

    /** One reviewer's decisions that took effect, made in a span of time, and those that passed a photo on in it. */
    @Introspected
    record ReviewerCount(String reviewerNo, long accepted, long rejected, long late, long passedOn) {}
}
