package org.tucai.capture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CaptureRepository extends GenericRepository<Capture, Long> {
    Capture save(Capture capture);

    Capture update(Capture capture);

    Optional<Capture> findByNo(String no);

    List<Capture> findByNoIn(Collection<String> nos);

    @Query("SELECT * FROM capture WHERE no = :no FOR UPDATE")
    Optional<Capture> lock(String no);

    List<Capture> findByAccountNoOrderByCreatedAtDesc(String accountNo);

    List<Capture> findByEnrolmentKey(String enrolmentKey);

    List<Capture> findByStudentKey(String studentKey);

    @Query("SELECT no FROM capture WHERE campaign_no = :campaignNo AND status IN (:statuses) ORDER BY id LIMIT :limit")
    List<String> numbers(String campaignNo, Collection<CaptureStatus> statuses, int limit);

    /** Of one school in the given statuses, by the instant the status last moved. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND status IN (:statuses)
              AND (changed_at > :at OR (changed_at = :at AND no > :no))
            ORDER BY changed_at, no LIMIT :limit""")
    List<Capture> bySchool(String schoolNo, Collection<CaptureStatus> statuses, Instant at, String no, int limit);

    /** Of one school with a photo found good, by the instant of acceptance. */
    @Query("""
            SELECT * FROM capture
            WHERE school_no = :schoolNo AND status IN ('ACCEPTED', 'FORWARDED', 'VERIFIED') AND photo_no IS NOT NULL
              AND (accepted_at > :at OR (accepted_at = :at AND no > :no)) AND accepted_at < :until
            ORDER BY accepted_at, no LIMIT :limit""")
    List<Capture> accepted(String schoolNo, Instant at, String no, Instant until, int limit);

    @Query("""
            SELECT campaign_no, status, COUNT(*) AS count FROM capture
            WHERE school_no = :schoolNo GROUP BY campaign_no, status""")
    List<StatusCount> countBySchool(String schoolNo);

    @Query("""
            SELECT no FROM capture
            WHERE status = 'VERIFIED' AND verified_at < :before AND facts_sealed IS NOT NULL ORDER BY id LIMIT :limit""")
    List<String> verifiedBefore(Instant before, int limit);
}
