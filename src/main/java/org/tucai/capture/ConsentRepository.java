package org.tucai.capture;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsentRepository extends GenericRepository<Consent, Long> {
    Consent save(Consent consent);
}
