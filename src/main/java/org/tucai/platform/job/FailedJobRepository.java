package org.tucai.platform.job;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FailedJobRepository extends GenericRepository<FailedJob, Long> {
    FailedJob save(FailedJob job);

    Optional<FailedJob> findByNo(String no);

    long deleteByNo(String no);

    @Query("""
            SELECT * FROM failed_job WHERE failed_at < :at OR (failed_at = :at AND no < :no)
            ORDER BY failed_at DESC, no DESC LIMIT :limit""")
    List<FailedJob> before(Instant at, String no, int limit);
}
