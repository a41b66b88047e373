package org.tucai.staff;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SchoolClientRepository extends GenericRepository<SchoolClient, Long> {
    SchoolClient save(SchoolClient client);

    SchoolClient update(SchoolClient client);

    Optional<SchoolClient> findByNo(String no);

    @Query("SELECT * FROM school_client WHERE no = :no FOR UPDATE")
    Optional<SchoolClient> lockByNo(String no);

    @Query("SELECT no, name FROM school_client WHERE no IN (:nos)")
    List<StaffNames.Named> names(Collection<String> nos);

    /** Newest first; null filters match everything, and a search is a part of the name. */
    @Query("""
            SELECT * FROM school_client
            WHERE (created_at < :at OR (created_at = :at AND no < :no))
              AND (:schoolNo IS NULL OR school_no = :schoolNo)
              AND (:status IS NULL OR status = :status)
              AND (:search IS NULL OR LOCATE(TRIM(:search), name) > 0)
            ORDER BY created_at DESC, no DESC LIMIT :limit""")
    List<SchoolClient> before(
            Instant at,
            String no,
            @Nullable String schoolNo,
            @Nullable String status,
            @Nullable String search,
            int limit);
}
