package org.tucai.delivery;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeliveryRepository extends CrudRepository<Delivery, Long> {
    Optional<Delivery> findByNoAndSchoolNo(String no, String schoolNo);

    @Query("SELECT * FROM delivery WHERE no = :no AND school_no = :schoolNo FOR UPDATE")
    Optional<Delivery> lock(String no, String schoolNo);

    @Query("""
            SELECT * FROM delivery
            WHERE school_no = :schoolNo AND (prepared_at < :at OR (prepared_at = :at AND no < :no))
            ORDER BY prepared_at DESC, no DESC LIMIT :most""")
    List<Delivery> page(String schoolNo, Instant at, String no, int most);
}
