package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxPaymentRepository extends CrudRepository<SandboxPayment, Long> {
    Optional<SandboxPayment> findByPrepayNo(String prepayNo);

    Optional<SandboxPayment> findByPaymentNo(String paymentNo);

    @Query("SELECT * FROM sandbox_payment WHERE prepay_no = :prepayNo FOR UPDATE")
    Optional<SandboxPayment> lockByPrepayNo(String prepayNo);

    @Query("SELECT * FROM sandbox_payment WHERE payment_no = :paymentNo FOR UPDATE")
    Optional<SandboxPayment> lockByPaymentNo(String paymentNo);
}
