package org.tucai.campaign;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    @Query("SELECT * FROM school WHERE code > :code ORDER BY code LIMIT :limit")
    List<School> after(String code, int limit);
}
