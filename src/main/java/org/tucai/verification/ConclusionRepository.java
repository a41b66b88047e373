package org.tucai.verification;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConclusionRepository extends GenericRepository<ReceivedConclusion, Long> {
    ReceivedConclusion update(ReceivedConclusion row);

    Optional<ReceivedConclusion> findByNo(String no);

    List<ReceivedConclusion> findByCaptureNoOrderById(String captureNo);

    /** Stores a conclusion unless the same one is there already; answers 1 if it is new. */
    @Query("""
            INSERT IGNORE INTO conclusion (no, message_no, student_key, sealed_student, package_no, label, concluded_at, source,
              status, received_at, version)
            VALUES (:no, :messageNo, :studentKey, :sealedStudent, :packageNo, :label, :concludedAt, :source, :status,
              :receivedAt, 0)""")
    int note(
            String no,
            String messageNo,
            String studentKey,
            String sealedStudent,
            String packageNo,
            String label,
            Instant concludedAt,
            String source,
            String status,
            Instant receivedAt);

    /** Numbers of conclusions that wait for this label to become known, in order, after the given one. */
    @Query("""
            SELECT no FROM conclusion WHERE label = :label AND status = 'UNKNOWN_LABEL' AND no > :after
            ORDER BY no LIMIT :limit""")
    List<String> notUnderstood(String label, String after, int limit);

    /** How many applied conclusions are later than the given one, or of the same instant and with the same label or received later. */
    @Query("""
            SELECT COUNT(*) FROM conclusion WHERE capture_no = :captureNo AND status = 'APPLIED'
              AND (concluded_at > :at OR (concluded_at = :at AND (label = :label OR id > :id)))""")
    long countAppliedSince(String captureNo, Instant at, String label, long id);

    @Query(
            "SELECT * FROM conclusion WHERE student_key = :studentKey AND status = 'UNMATCHED' ORDER BY concluded_at, id")
    List<ReceivedConclusion> unmatched(String studentKey);

    /** Deletes the student key by which the conclusions on a capture could be found. */
    @Query("UPDATE conclusion SET student_key = NULL, version = version + 1 WHERE capture_no = :captureNo")
    long forgetStudent(String captureNo);

    /** Deletes conclusions without a capture, at most 1000 at a time. */
    @Query("DELETE FROM conclusion WHERE status IN ('UNMATCHED', 'UNKNOWN_LABEL') AND received_at < :before LIMIT 1000")
    int deleteWaiting(Instant before);

    /** Those before the cursor, newest first; a null filter matches everything. */
    @Query("""
            SELECT * FROM conclusion
            WHERE (received_at < :at OR (received_at = :at AND no < :no))
              AND (:status IS NULL OR status = :status)
              AND (:label IS NULL OR label = :label)
            ORDER BY received_at DESC, no DESC LIMIT :limit""")
    List<ReceivedConclusion> before(Instant at, String no, @Nullable String status, @Nullable String label, int limit);
}
