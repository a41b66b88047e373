package org.tucai.capturecode;

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
interface LastFourTriesRepository extends GenericRepository<LastFourTries, Long> {
    LastFourTries update(LastFourTries tries);

    /** Locks a row that is there, as {@link #lock} does next: IGNORE would only share it, and of two who share none gets the lock. */
    @Query("""
            INSERT INTO last_four_tries (scope, subject, wrong, entered_at) VALUES (:scope, :subject, 0, :at)
            ON DUPLICATE KEY UPDATE id = id""")
    void ensure(String scope, String subject, Instant at);

    /** Counts of which neither a try nor a lock is left, some of them. */
    @Query("SELECT * FROM last_four_tries WHERE entered_at < :before LIMIT 1000")
    List<LastFourTries> spent(Instant before);

    void delete(LastFourTries tries);

    Optional<LastFourTries> findByScopeAndSubject(LastFourScope scope, String subject);

    @Query("SELECT * FROM last_four_tries WHERE scope = :scope AND subject = :subject FOR UPDATE")
    Optional<LastFourTries> lock(String scope, String subject);

    @Query("SELECT * FROM last_four_tries WHERE code_no = :codeNo AND locked_until > :now ORDER BY id FOR UPDATE")
    List<LastFourTries> lockedBy(String codeNo, Instant now);

    /** Present locks by the code that last met them, the longest first. */
    @Query("""
            SELECT code_no, MAX(IF(scope = 'ACCOUNT', subject, NULL)) AS account_no, MAX(locked_until) AS until_at
            FROM last_four_tries WHERE locked_until > :now AND code_no IS NOT NULL GROUP BY code_no
            HAVING MAX(locked_until) < :at OR (MAX(locked_until) = :at AND code_no < :no)
            ORDER BY MAX(locked_until) DESC, code_no DESC LIMIT :limit""")
    List<Lock> locks(Instant now, Instant at, String no, int limit);

    /**
     * A lock.
     *
     * @param accountNo whose tries are locked; null when only the enrolment's are
     */
    @Introspected
    record Lock(String codeNo, @Nullable String accountNo, Instant untilAt) {}
}
