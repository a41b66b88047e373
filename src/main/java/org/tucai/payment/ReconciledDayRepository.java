package org.tucai.payment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReconciledDayRepository extends GenericRepository<ReconciledDay, LocalDate> {
    @Query("SELECT * FROM reconciled_day WHERE day >= :from")
    List<ReconciledDay> since(LocalDate from);

    /** Harmless when repeated: yesterday is compared on every run of the job. */
    @Query("INSERT IGNORE INTO reconciled_day (day) VALUES (:day)")
    void note(LocalDate day);
}
