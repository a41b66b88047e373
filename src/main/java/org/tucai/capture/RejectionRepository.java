package org.tucai.capture;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RejectionRepository extends GenericRepository<Rejection, Long> {
    Rejection save(Rejection rejection);

    /** Deletes what may identify the person: a note may contain the name, and a reason (headwear, dyed hair) describes somebody. */
    @Query("UPDATE rejection SET reasons = '', note = NULL WHERE capture_no = :captureNo")
    long forgetReasons(String captureNo);

    List<Rejection> findByCaptureNoOrderById(String captureNo);

    List<Rejection> findByCaptureNoInOrderById(Collection<String> captureNos);
}
