package org.tucai.authority;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface UnitKeyOriginRepository extends GenericRepository<UnitKeyOrigin, Integer> {
    UnitKeyOrigin save(UnitKeyOrigin origin);

    Optional<UnitKeyOrigin> findByGeneration(int generation);
}
