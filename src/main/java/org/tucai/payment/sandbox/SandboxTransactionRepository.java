package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxTransactionRepository extends CrudRepository<SandboxTransaction, Long> {
    Optional<SandboxTransaction> findByTransactionNo(String transactionNo);

    @Query("SELECT * FROM sandbox_transaction WHERE paid_at >= :from AND paid_at < :until")
    List<SandboxTransaction> between(Instant from, Instant until);

    List<SandboxTransaction> findByPaymentNoOrderByIdAsc(String paymentNo);

    @Query("SELECT * FROM sandbox_transaction WHERE transaction_no = :transactionNo FOR UPDATE")
    Optional<SandboxTransaction> lock(String transactionNo);
}
