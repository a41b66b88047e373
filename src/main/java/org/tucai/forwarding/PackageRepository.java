package org.tucai.forwarding;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PackageRepository extends GenericRepository<ForwardedPackage, Long> {
    ForwardedPackage save(ForwardedPackage row);

    ForwardedPackage update(ForwardedPackage row);

    Optional<ForwardedPackage> findByNo(String no);

    List<ForwardedPackage> findByCaptureNoOrderById(String captureNo);

    Optional<ForwardedPackage> findByPhotoNo(String photoNo);

    @Query("SELECT * FROM photo_package WHERE no = :no FOR UPDATE")
    Optional<ForwardedPackage> lock(String no);

    /** How many packages wait, how many of them failed before, since when the first waits, and the latest failure. */
    @Query("""
            SELECT COUNT(*) AS waiting, MIN(created_at) AS since, COALESCE(SUM(tries > 0), 0) AS failing,
                   (SELECT f.last_failure FROM photo_package f WHERE f.status = 'WAITING' AND f.failed_at IS NOT NULL
                    ORDER BY f.failed_at DESC LIMIT 1) AS last_failure
            FROM photo_package WHERE status = 'WAITING'""")
    Queue queue();

    /** Figures of the waiting packages. */
    @Introspected
    record Queue(
            long waiting,
            @Nullable Instant since,
            long failing,
            @Nullable String lastFailure) {}

    /** Deletes the authority's texts, which may describe a person. */
    @Query("""
            UPDATE photo_package SET reason = NULL, last_failure = NULL, version = version + 1
            WHERE capture_no = :captureNo AND (reason IS NOT NULL OR last_failure IS NOT NULL)""")
    long forgetWords(String captureNo);

    /** Those before the cursor, newest first; a null filter matches everything. */
    @Query("""
            SELECT * FROM photo_package
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:status IS NULL OR status = :status)
              AND (:captureNo IS NULL OR capture_no = :captureNo)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<ForwardedPackage> before(
            Instant at, String no, @Nullable String status, @Nullable String captureNo, int limit);
}
