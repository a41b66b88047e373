package org.tucai.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReviewLookRepository extends GenericRepository<ReviewLook, Long> {
    ReviewLook save(ReviewLook look);

    List<ReviewLook> findByReviewNoOrderById(String reviewNo);

    @Query("DELETE FROM review_look WHERE capture_no = :captureNo")
    void forget(String captureNo);
}
