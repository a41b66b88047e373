package org.tucai.capture;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CaptureRepository extends GenericRepository<Capture, Long> {
    Capture save(Capture capture);

    Capture update(Capture capture);

    Optional<Capture> findByNo(String no);

    List<Capture> findByNoIn(Collection<String> nos);

    @Query("SELECT * FROM capture WHERE no = :no FOR UPDATE")
    Optional<Capture> lock(String no);

    List<Capture> findByAccountNoOrderByCreatedAtDesc(String accountNo);

    /** Whether any capture of the account still has its facts. */
    boolean existsByAccountNoAndFactsSealedIsNotNull(String accountNo);

    List<Capture> findByEnrolmentKey(String enrolmentKey);

    @Query("SELECT * FROM capture WHERE enrolment_key = :enrolmentKey ORDER BY id FOR UPDATE")
    List<Capture> lockByEnrolmentKey(String enrolmentKey);

    List<Capture> findByStudentKeyOrderById(String studentKey);

    /** The next captures of a campaign in those statuses, by number; this and the next two are read from the index alone. */
    @Query("""
            SELECT no FROM capture FORCE INDEX (capture_campaign_no)
            WHERE campaign_no = :campaignNo AND status IN (:statuses) AND no > :after
            ORDER BY no LIMIT :limit""")
    List<String> numbers(String campaignNo, Collection<CaptureStatus> statuses, String after, int limit);

    /** The next captures of a campaign whose photos and facts are deleted, by number. */
    @Query("""
            SELECT no FROM capture FORCE INDEX (capture_campaign_no)
            WHERE campaign_no = :campaignNo AND no > :after AND ended_at IS NOT NULL
            ORDER BY no LIMIT :limit""")
    List<String> forgotten(String campaignNo, String after, int limit);

    /** The next unfinished captures of a campaign not yet reminded of that deadline, by number. */
    @Query("""
            SELECT c.no FROM capture c FORCE INDEX (capture_campaign_no)
            LEFT JOIN capture_reminder r ON r.capture_no = c.no AND r.window_ends_at = :endsAt
            WHERE c.campaign_no = :campaignNo AND c.status IN (:statuses) AND r.capture_no IS NULL AND c.no > :after
            ORDER BY c.no LIMIT :limit""")
    List<String> notReminded(
            String campaignNo, Collection<CaptureStatus> statuses, Instant endsAt, String after, int limit);

    /** Records a reminder; returns 0 if there was one already. */
    @Query("INSERT IGNORE INTO capture_reminder (capture_no, window_ends_at, reminded_at) VALUES (:no, :endsAt, :at)")
    int noteReminder(String no, Instant endsAt, Instant at);

    /** Keeps the number of tries an enrolment used in a campaign after its capture is given up. */
    @Query("""
            INSERT INTO spent_tries (campaign_no, enrolment_key, tries_used) VALUES (:campaignNo, :enrolmentKey, :tries)
            ON DUPLICATE KEY UPDATE tries_used = VALUES(tries_used)""")
    void keepTries(String campaignNo, String enrolmentKey, int tries);

    @Query("""
            SELECT COALESCE(MAX(tries_used), 0) FROM spent_tries
            WHERE campaign_no = :campaignNo AND enrolment_key = :enrolmentKey""")
    int spentTries(String campaignNo, String enrolmentKey);

    @Query("DELETE FROM spent_tries WHERE campaign_no = :campaignNo")
    void forgetTries(String campaignNo);

    /** Which of these captures ended because the enrolment was captured in another campaign. */
    @Query(
            "SELECT subject FROM state_transition WHERE subject IN (:nos) AND kind = 'capture' AND cause = 'captured-elsewhere'")
    List<String> capturedElsewhere(Collection<String> nos);

    /** Number of captures that moved to each status, per day in China. */
    @Query("""
            SELECT DATE(at + INTERVAL 8 HOUR) AS day, to_state AS status, COUNT(DISTINCT subject) AS count
            FROM state_transition WHERE kind = 'capture' AND at >= :from AND at < :until
            GROUP BY DATE(at + INTERVAL 8 HOUR), to_state ORDER BY day""")
    List<DayCount> movedByDay(Instant from, Instant until);

    /** The same for one campaign. In the order of numbers, in which the changes lie too: in any other their index is read at random. */
    @Query("""
            SELECT DATE(t.at + INTERVAL 8 HOUR) AS day, t.to_state AS status, COUNT(DISTINCT t.subject) AS count
            FROM state_transition t JOIN capture c FORCE INDEX (capture_campaign_no) ON c.no = t.subject
            WHERE t.kind = 'capture' AND t.at >= :from AND t.at < :until AND c.campaign_no = :campaignNo
            GROUP BY DATE(t.at + INTERVAL 8 HOUR), t.to_state ORDER BY day""")
    List<DayCount> movedByDay(Instant from, Instant until, String campaignNo);

    /** Number of captures per status, of one campaign or of all. */
    @Query("""
            SELECT campaign_no, status, COUNT(*) AS count FROM capture
            WHERE :campaignNo IS NULL OR campaign_no = :campaignNo GROUP BY campaign_no, status""")
    List<StatusCount> countByCampaign(@Nullable String campaignNo);

    /** Newest first, for managers; null filters match everything. */
    @Query("""
            SELECT * FROM capture
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo) AND (:accountNo IS NULL OR account_no = :accountNo)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<Capture> page(Instant at, String no, @Nullable String campaignNo, @Nullable String accountNo, int limit);

    /**
     * The same of one status, never searched for among the newest of every status: most captures are verified ones, and long after the
     * others were begun.
     */
    @Query("""
            SELECT * FROM capture IGNORE INDEX (capture_newest, capture_campaign_newest)
            WHERE status = :status AND (created_at < :at OR (created_at = :at AND no < :no))
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo) AND (:accountNo IS NULL OR account_no = :accountNo)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<Capture> pageOf(
            String status, Instant at, String no, @Nullable String campaignNo, @Nullable String accountNo, int limit);

    /** Captures of one school with that conclusion, ordered by their last change. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND status = 'VERIFIED' AND conclusion = :conclusion
              AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
              AND (changed_at > :at OR (changed_at = :at AND no > :no)) AND changed_at < :until
            ORDER BY changed_at, no LIMIT :limit""")
    List<Capture> concluded(
            String schoolNo,
            @Nullable String campaignNo,
            String conclusion,
            Instant at,
            String no,
            Instant until,
            int limit);

    /** Number of captures of one school with one of these conclusions, per campaign. */
    @Query("""
            SELECT campaign_no, status, COUNT(*) AS count FROM capture
            WHERE school_no = :schoolNo AND status = 'VERIFIED' AND conclusion IN (:conclusions)
            GROUP BY campaign_no, status""")
    List<StatusCount> concludedBySchool(String schoolNo, Collection<String> conclusions);

    /** The schools that have captures with that conclusion. */
    @Query("SELECT DISTINCT school_no FROM capture WHERE conclusion = :conclusion")
    List<String> schoolsWith(String conclusion);

    /**
     * Moves one school's verified captures with that conclusion, and with facts still kept, to the end of the list ordered by last change;
     * at most 1,000 at a time. Those moved already lie behind the others in the index and are not read again.
     */
    @Query("""
            UPDATE capture FORCE INDEX (capture_concluded) SET changed_at = :at, version = version + 1
            WHERE school_no = :schoolNo AND status = 'VERIFIED' AND conclusion = :conclusion AND facts_sealed IS NOT NULL
              AND changed_at < :before
            LIMIT 1000""")
    int listAgain(String schoolNo, String conclusion, Instant before, Instant at);

    /** When a capture was last changed or ended; of each school and status only the end of the index is read. */
    @Query("""
            SELECT MAX(latest) FROM (SELECT MAX(changed_at) AS latest FROM capture GROUP BY school_no, status
                                     UNION ALL SELECT MAX(ended_at) FROM capture GROUP BY school_no) of_each""")
    Optional<Instant> lastChange();

    /** Captures of one school in that status, ordered by their last change. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND status = :status AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
              AND (changed_at > :at OR (changed_at = :at AND no > :no)) AND changed_at < :until
            ORDER BY changed_at, no LIMIT :limit""")
    List<Capture> bySchool(
            String schoolNo,
            @Nullable String campaignNo,
            CaptureStatus status,
            Instant at,
            String no,
            Instant until,
            int limit);

    /** Captures of one school whose photos and facts were deleted, ordered by the instant of deletion. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND (:campaignNo IS NULL OR campaign_no = :campaignNo)
              AND (ended_at > :at OR (ended_at = :at AND no > :no)) AND ended_at < :until
            ORDER BY ended_at, no LIMIT :limit""")
    List<Capture> ended(String schoolNo, @Nullable String campaignNo, Instant at, String no, Instant until, int limit);

    /** Captures of one school with an accepted photo, ordered by the instant of acceptance. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND ended_at IS NULL
              AND status IN ('ACCEPTED', 'FORWARDED', 'VERIFIED') AND photo_no IS NOT NULL
              AND (accepted_at > :at OR (accepted_at = :at AND no > :no)) AND accepted_at < :until
            ORDER BY accepted_at, no LIMIT :limit""")
    List<Capture> accepted(String schoolNo, Instant at, String no, Instant until, int limit);

    /** Number of captures of a school per campaign and status; joined from its campaigns, so that an index is counted instead of rows. */
    @Query("""
            SELECT c.campaign_no, c.status, COUNT(*) AS count FROM campaign k JOIN capture c ON c.campaign_no = k.no
            WHERE k.school_no = :schoolNo GROUP BY c.campaign_no, c.status""")
    List<StatusCount> countBySchool(String schoolNo);

    /**
     * Number of captures of a school that ended because the enrolment was captured in another campaign, by the campaign they were in. Those
     * whose student has begun anew there are left out: the other picture was turned down after all.
     */
    @Query("""
            SELECT c.campaign_no, c.status, COUNT(DISTINCT c.no) AS count FROM campaign k
            JOIN capture c ON c.campaign_no = k.no AND c.status = 'WITHDRAWN'
            JOIN state_transition t ON t.subject = c.no AND t.kind = 'capture' AND t.cause = 'captured-elsewhere'
            WHERE k.school_no = :schoolNo AND NOT EXISTS (
                SELECT 1 FROM capture n WHERE n.account_no = c.account_no AND n.campaign_no = c.campaign_no AND n.id > c.id)
            GROUP BY c.campaign_no, c.status""")
    List<StatusCount> capturedElsewhereBySchool(String schoolNo);

    /**
     * The next captures, by number, that are still kept although the authority answered before that instant and the dispute period is over.
     * Read from the index alone: to fetch the row of each that is kept would take minutes.
     */
    @Query("""
            SELECT no FROM capture FORCE INDEX (capture_kept)
            WHERE status = 'VERIFIED' AND ended_at IS NULL AND no > :after AND verified_at < :answered
              AND verified_at + INTERVAL (SELECT k.dispute_days FROM campaign k WHERE k.no = campaign_no) DAY <= :now
            ORDER BY no LIMIT :limit""")
    List<String> settled(String after, Instant answered, Instant now, int limit);

    /** The next captures, by number, that are still kept although they were forwarded before that instant. */
    @Query("""
            SELECT no FROM capture FORCE INDEX (capture_kept)
            WHERE status = 'FORWARDED' AND ended_at IS NULL AND no > :after AND changed_at < :asked
            ORDER BY no LIMIT :limit""")
    List<String> unanswered(String after, Instant asked, int limit);

    /** The id of the newest capture; 0 without any. */
    @Query("SELECT COALESCE(MAX(id), 0) FROM capture")
    long lastId();

    /** The facts, as they are stored, that captures in that span of ids still have. */
    @Query("SELECT no, facts_sealed FROM capture WHERE id > :after AND id <= :until AND facts_sealed IS NOT NULL")
    List<KeptFacts> keptFacts(long after, long until);

    /** Facts as they are stored. */
    @Introspected
    record KeptFacts(String no, String factsSealed) {}
}
