package org.tucai.workday;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarYearRepository extends GenericRepository<CalendarYear, Long> {
    CalendarYear save(CalendarYear year);

    CalendarYear update(CalendarYear year);

    Optional<CalendarYear> findByYear(int year);

    List<CalendarYear> findAll();
}
