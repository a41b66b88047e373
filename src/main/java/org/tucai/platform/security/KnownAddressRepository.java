package org.tucai.platform.security;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.MYSQL)
interface KnownAddressRepository extends GenericRepository<KnownAddress, Long> {
    boolean existsByAddressKey(String addressKey);

    @Query("""
            INSERT INTO known_address (address_key, seen_at) VALUES (:addressKey, :seenAt)
            ON DUPLICATE KEY UPDATE seen_at = :seenAt""")
    void seen(String addressKey, Instant seenAt);

    @Query("DELETE FROM known_address WHERE seen_at < :before LIMIT 10000")
    long deleteBefore(Instant before);
}
