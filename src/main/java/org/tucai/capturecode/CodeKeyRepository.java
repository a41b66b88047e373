package org.tucai.capturecode;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CodeKeyRepository extends GenericRepository<StoredCodeKey, Long> {
    /** One where the name was free; 0 where a key of that name is held, or is being added in this very moment. */
    @Query("""
            INSERT IGNORE INTO code_key (kid, sealed_key, status, created_at, version)
            VALUES (:kid, :sealedKey, 'ACTIVE', :at, 0)""")
    int add(String kid, String sealedKey, Instant at);

    StoredCodeKey update(StoredCodeKey key);

    Optional<StoredCodeKey> findByKid(String kid);

    List<StoredCodeKey> findAllOrderById();
}
