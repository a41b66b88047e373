package org.tucai.platform.job;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FailedJobRepository extends GenericRepository<FailedJob, Long> {
    FailedJob save(FailedJob job);

    Optional<FailedJob> findByNo(String no);

    long deleteByNo(String no);

    @Query("""
            SELECT COALESCE(SUM(execution_time <= :now), 0) AS due, COALESCE(SUM(execution_time > :now), 0) AS later,
                   MIN(execution_time) AS first, (SELECT COUNT(*) FROM failed_job) AS given_up,
                   (SELECT COUNT(*) FROM background_tasks) AS background
            FROM scheduled_tasks WHERE NOT picked""")
    Figures figures(Instant now);

    /**
     * The queue in numbers.
     *
     * @param first when the earliest job that is not being worked on is or was due
     * @param background all jobs of the other queue, which nobody waits for
     */
    @Introspected
    record Figures(long due, long later, @Nullable Instant first, long givenUp, long background) {
        double lag(Instant now) {
            return first == null || first.isAfter(now)
                    ? 0
                    : Duration.between(first, now).toMillis() / 1000.0;
        }
    }

    @Query("""
            UPDATE scheduled_tasks SET last_heartbeat = :now, execution_time = LEAST(execution_time, :now)
            WHERE picked AND last_heartbeat > :now""")
    long noHeartbeatAfter(Instant now);

    @Query("""
            UPDATE background_tasks SET last_heartbeat = :now, execution_time = LEAST(execution_time, :now)
            WHERE picked AND last_heartbeat > :now""")
    long noBackgroundHeartbeatAfter(Instant now);

    @Query("""
            SELECT * FROM failed_job WHERE failed_at < :at OR (failed_at = :at AND no < :no)
            ORDER BY failed_at DESC, no DESC LIMIT :limit""")
    List<FailedJob> before(Instant at, String no, int limit);
}
