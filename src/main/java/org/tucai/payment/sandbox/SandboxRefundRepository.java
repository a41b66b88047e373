package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxRefundRepository extends CrudRepository<SandboxRefund, Long> {
    Optional<SandboxRefund> findByRefundNo(String refundNo);

    @Query("SELECT * FROM sandbox_refund WHERE state = 'SUCCESS' AND settled_at >= :from AND settled_at < :until")
    List<SandboxRefund> doneBetween(Instant from, Instant until);

    List<SandboxRefund> findByTransactionNo(String transactionNo);
}
