package org.tucai.workday;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ShippedYearRepository extends GenericRepository<ShippedYear, Integer> {
    List<ShippedYear> findAll();

    @Query("""
            INSERT INTO shipped_year (year, off_days, worked_days) VALUES (:year, :offDays, :workedDays)
            ON DUPLICATE KEY UPDATE off_days = :offDays, worked_days = :workedDays""")
    void put(int year, String offDays, String workedDays);
}
