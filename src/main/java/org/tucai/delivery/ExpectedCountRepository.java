package org.tucai.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ExpectedCountRepository extends CrudRepository<ExpectedCount, Long> {
    List<ExpectedCount> findBySchoolNo(String schoolNo);

    @Query("INSERT INTO expected_count (school_no, campaign_no, students)"
            + " VALUES (:schoolNo, :campaignNo, :students)"
            + " ON DUPLICATE KEY UPDATE students = :students")
    void put(String schoolNo, String campaignNo, int students);
}
