package org.tucai.payment.sandbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SandboxCallbackRepository extends CrudRepository<SandboxCallback, Long> {
    Optional<SandboxCallback> findByNo(String no);

    @Query("UPDATE sandbox_callback SET posted_at = :at WHERE no = :no")
    void posted(String no, Instant at);
}
