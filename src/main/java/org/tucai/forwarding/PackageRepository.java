package org.tucai.forwarding;

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

    Optional<ForwardedPackage> findByPhotoNo(String photoNo);

    @Query("SELECT * FROM photo_package WHERE no = :no FOR UPDATE")
    Optional<ForwardedPackage> lock(String no);

    /** Newest first, from before the cursor; null filters let everything pass. */
    @Query("""
            SELECT * FROM photo_package
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:status IS NULL OR status = :status)
              AND (:captureNo IS NULL OR capture_no = :captureNo)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<ForwardedPackage> before(
            Instant at, String no, @Nullable String status, @Nullable String captureNo, int limit);
}
