package org.tucai.capturecode;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CodeKeyRepository extends GenericRepository<StoredCodeKey, Long> {
    StoredCodeKey save(StoredCodeKey key);

    StoredCodeKey update(StoredCodeKey key);

    Optional<StoredCodeKey> findByKid(String kid);

    List<StoredCodeKey> findAllOrderById();
}
