package org.tucai.capturecode;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OpenedCodeRepository extends GenericRepository<OpenedCodeRow, Long> {
    OpenedCodeRow save(OpenedCodeRow row);

    Optional<OpenedCodeRow> findByNo(String no);

    Optional<OpenedCodeRow> findByNoAndAccountNo(String no, String accountNo);

    /** An account's codes after that id, oldest first. */
    @Query("SELECT * FROM opened_code WHERE account_no = :accountNo AND id > :after ORDER BY id LIMIT :limit")
    List<OpenedCodeRow> of(String accountNo, long after, int limit);

    /** The number of the account's newest code opened after that instant and usable at the other. */
    @Query("SELECT no FROM opened_code WHERE account_no = :accountNo AND created_at > :since AND expires_at > :now"
            + " ORDER BY id DESC LIMIT 1")
    Optional<String> newest(String accountNo, Instant since, Instant now);

    @Query("UPDATE opened_code SET confirmed_at = :at, version = version + 1 WHERE no = :no AND confirmed_at IS NULL")
    long confirm(String no, Instant at);

    /**
     * Gives all codes of an account to another. Like the deletions below it first finds the ids without a lock and then locks by id: statements
     * that lock by account and by expiry could deadlock.
     */
    default void handOver(String from, String to) {
        List<Long> ids = idsOf(from);
        if (!ids.isEmpty()) {
            give(ids, to);
        }
    }

    /** Deletes all codes of an account. */
    default void deleteOf(String accountNo) {
        List<Long> ids = idsOf(accountNo);
        if (!ids.isEmpty()) {
            delete(ids);
        }
    }

    /** Some of those that expired before then; answers how many it found. */
    default int deleteExpired(Instant before) {
        List<Long> ids = expired(before);
        if (!ids.isEmpty()) {
            delete(ids);
        }
        return ids.size();
    }

    @Query("SELECT id FROM opened_code WHERE account_no = :accountNo")
    List<Long> idsOf(String accountNo);

    @Query("SELECT id FROM opened_code WHERE expires_at < :before LIMIT 1000")
    List<Long> expired(Instant before);

    @Query("UPDATE opened_code SET account_no = :to, version = version + 1 WHERE id IN (:ids)")
    long give(List<Long> ids, String to);

    @Query("DELETE FROM opened_code WHERE id IN (:ids)")
    long delete(List<Long> ids);
}
