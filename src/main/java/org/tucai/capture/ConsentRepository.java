package org.tucai.capture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsentRepository extends GenericRepository<Consent, Long> {
    Consent save(Consent consent);

    List<Consent> findByCaptureNoOrderById(String captureNo);

    @Query("UPDATE consent SET withdrawn_at = :at WHERE capture_no = :captureNo AND withdrawn_at IS NULL")
    long withdraw(String captureNo, Instant at);
}
