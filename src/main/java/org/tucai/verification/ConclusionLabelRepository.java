package org.tucai.verification;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConclusionLabelRepository extends GenericRepository<ConclusionLabel, String> {
    Optional<ConclusionLabel> findByZh(String zh);

    List<ConclusionLabel> findAllOrderByPosition();
}
