package org.tucai.payment.sandbox;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxRefundRepository extends CrudRepository<SandboxRefund, Long> {
    Optional<SandboxRefund> findByRefundNo(String refundNo);

    List<SandboxRefund> findByTransactionNo(String transactionNo);
}
