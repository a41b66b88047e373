package org.tucai.platform.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LoginSessionRepository extends GenericRepository<LoginSession, Long> {
    LoginSession save(LoginSession session);

    LoginSession update(LoginSession session);

    @Query("SELECT * FROM login_session WHERE no = :no FOR UPDATE")
    Optional<LoginSession> lockByNo(String no);

    /** Numbers of a subject's sessions that were not ended and were good at that instant or later. */
    @Query("""
            SELECT no FROM login_session WHERE subject = :subject AND ended_at IS NULL AND idle_until > :since
            ORDER BY id FOR UPDATE""")
    List<String> lockOpenOf(String subject, Instant since);

    @Query("UPDATE login_session SET ended_at = :at, end_cause = :cause, version = version + 1 WHERE no IN (:nos)")
    long end(List<String> nos, String cause, Instant at);

    @Query("""
            SELECT * FROM login_session WHERE subject = :subject AND ended_at IS NULL AND idle_until > :now
            ORDER BY refreshed_at DESC LIMIT 100""")
    List<LoginSession> liveOf(String subject, Instant now);

    /** A subject's sessions before that id, the newest first. */
    @Query("SELECT * FROM login_session WHERE subject = :subject AND id < :before ORDER BY id DESC LIMIT :limit")
    List<LoginSession> of(String subject, long before, int limit);

    @Query("SELECT no FROM login_session WHERE ended_at >= :since")
    List<String> endedSince(Instant since);

    @Query("DELETE FROM login_session WHERE idle_until < :before OR ended_at < :before LIMIT 10000")
    long deleteOver(Instant before);
}
