package org.tucai.platform.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LoginTryRepository extends GenericRepository<LoginTry, Long> {
    @Query("""
            INSERT INTO login_try (try_key, failures, since) VALUES (:tryKey, 0, :since)
            ON DUPLICATE KEY UPDATE id = id""")
    void begin(String tryKey, Instant since);

    Optional<LoginTry> findByTryKey(String tryKey);

    @Query("SELECT * FROM login_try WHERE try_key = :tryKey FOR UPDATE")
    LoginTry lock(String tryKey);

    LoginTry update(LoginTry entry);

    long deleteByTryKey(String tryKey);

    @Query(
            "DELETE FROM login_try WHERE since < :before AND (locked_until IS NULL OR locked_until < :before) LIMIT 10000")
    long deleteBefore(Instant before);
}
