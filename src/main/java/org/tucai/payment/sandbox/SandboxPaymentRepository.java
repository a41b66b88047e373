package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxPaymentRepository extends CrudRepository<SandboxPayment, Long> {
    /** Prepares a payment unless it is prepared already, perhaps by a concurrent request. */
    @Query("""
            INSERT IGNORE INTO sandbox_payment (prepay_no, payment_no, amount_minor, currency, state, refund_outcome,
              created_at, version)
            VALUES (:prepayNo, :paymentNo, :amountMinor, :currency, 'NOTPAY', 'SUCCESS', :createdAt, 0)""")
    void prepareOnce(String prepayNo, String paymentNo, long amountMinor, String currency, Instant createdAt);

    Optional<SandboxPayment> findByPaymentNo(String paymentNo);

    @Query("SELECT * FROM sandbox_payment WHERE prepay_no = :prepayNo FOR UPDATE")
    Optional<SandboxPayment> lockByPrepayNo(String prepayNo);

    @Query("SELECT * FROM sandbox_payment WHERE payment_no = :paymentNo FOR UPDATE")
    Optional<SandboxPayment> lockByPaymentNo(String paymentNo);
}
