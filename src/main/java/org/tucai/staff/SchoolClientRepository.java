package org.tucai.staff;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SchoolClientRepository extends GenericRepository<SchoolClient, Long> {
    SchoolClient save(SchoolClient client);

    SchoolClient update(SchoolClient client);

    Optional<SchoolClient> findByNo(String no);

    @Query("SELECT * FROM school_client WHERE no = :no FOR UPDATE")
    Optional<SchoolClient> lockByNo(String no);

    @Query("""
            SELECT * FROM school_client WHERE created_at < :at OR (created_at = :at AND no < :no)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<SchoolClient> before(Instant at, String no, int limit);
}
