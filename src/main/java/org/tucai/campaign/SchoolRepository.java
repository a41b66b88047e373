package org.tucai.campaign;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SchoolRepository extends GenericRepository<School, Long> {
    School save(School school);

    School update(School school);

    Optional<School> findByNo(String no);

    List<School> findByNoIn(Collection<String> nos);

    Optional<School> findByCode(String code);

    /** Locks the school until the transaction ends, so that concurrent changes to its campaigns are checked one after the other. */
    @Query("SELECT * FROM school WHERE no = :no FOR UPDATE")
    Optional<School> lock(String no);

    /** By ascending code; the search, if any, is the beginning of the code or a part of the name. */
    @Query("""
            SELECT * FROM school
            WHERE code > :code
              AND (:search IS NULL OR LOCATE(TRIM(:search), CONVERT(code USING utf8mb4)) = 1 OR LOCATE(TRIM(:search), name) > 0)
            ORDER BY code LIMIT :limit""")
    List<School> after(String code, @Nullable String search, int limit);
}
