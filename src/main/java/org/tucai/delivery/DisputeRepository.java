package org.tucai.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DisputeRepository extends CrudRepository<Dispute, Long> {
    Optional<Dispute> findByNo(String no);

    List<Dispute> findByCaptureNoOrderById(String captureNo);

    @Query("SELECT * FROM dispute WHERE no = :no FOR UPDATE")
    Optional<Dispute> lock(String no);

    boolean existsByPhotoNoAndStatus(String photoNo, DisputeStatus status);

    /** Deletes words and answers, which may name the person. */
    @Query("UPDATE dispute SET words = NULL, answer = NULL, version = version + 1 WHERE capture_no = :captureNo")
    long forgetWords(String captureNo);

    @Query("""
            SELECT * FROM dispute
            WHERE (opened_at < :at OR (opened_at = :at AND no < :no))
              AND (:schoolNo IS NULL OR school_no = :schoolNo) AND (:status IS NULL OR status = :status)
            ORDER BY opened_at DESC, no DESC LIMIT :most""")
    List<Dispute> page(Instant at, String no, @Nullable String schoolNo, @Nullable String status, int most);
}
