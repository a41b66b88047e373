package org.tucai.capturecode;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OpenedCodeRepository extends GenericRepository<OpenedCodeRow, Long> {
    OpenedCodeRow save(OpenedCodeRow row);

    Optional<OpenedCodeRow> findByNoAndAccountNo(String no, String accountNo);

    @Query("UPDATE opened_code SET confirmed_at = :at, version = version + 1 WHERE no = :no AND confirmed_at IS NULL")
    long confirm(String no, Instant at);

    @Query("UPDATE opened_code SET account_no = :to, version = version + 1 WHERE account_no = :from")
    long handOver(String from, String to);

    @Query("DELETE FROM opened_code WHERE account_no = :accountNo")
    long deleteOf(String accountNo);

    @Query("DELETE FROM opened_code WHERE expires_at < :before LIMIT 1000")
    long deleteExpired(Instant before);
}
