package org.tucai.platform.idempotency;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IdempotencyRepository extends GenericRepository<IdempotencyRecord, Long> {
    Optional<IdempotencyRecord> findByCallerAndRequestKey(String caller, String requestKey);

    /** Returns 1 for the first request with the key, 0 for every later one. */
    @Query("""
            INSERT IGNORE INTO idempotency_record (caller, request_key, request_hash, server, created_at)
            VALUES (:caller, :key, :hash, :server, :at)""")
    int claim(String caller, String key, byte[] hash, String server, Instant at);

    /** Takes over the claim of a request that died before answering. */
    @Query("""
            UPDATE idempotency_record SET server = :server, created_at = :at
            WHERE caller = :caller AND request_key = :key AND status IS NULL AND created_at < :staleBefore""")
    int takeOver(String caller, String key, String server, Instant at, Instant staleBefore);

    /** The request is still running. If another server has taken its claim over, this and the next two change nothing. */
    @Query("""
            UPDATE idempotency_record SET created_at = :at
            WHERE caller = :caller AND request_key = :key AND server = :server AND status IS NULL""")
    int renew(String caller, String key, String server, Instant at);

    @Query("""
            UPDATE idempotency_record SET status = :status, headers = :headers, body = :body
            WHERE caller = :caller AND request_key = :key AND server = :server AND status IS NULL""")
    int answered(String caller, String key, String server, int status, @Nullable String headers, @Nullable String body);

    @Query("""
            DELETE FROM idempotency_record
            WHERE caller = :caller AND request_key = :key AND server = :server AND status IS NULL""")
    int forget(String caller, String key, String server);

    @Query("DELETE FROM idempotency_record WHERE caller = :caller")
    long deleteOf(String caller);

    List<IdempotencyRecord> findByCallerAndBodyIsNotNull(String caller);

    @Query("UPDATE idempotency_record SET status = :status, headers = NULL, body = NULL WHERE id IN (:ids)")
    long empty(List<Long> ids, int status);

    @Query("DELETE FROM idempotency_record WHERE created_at < :before LIMIT 5000")
    int deleteOlderThan(Instant before);
}
