package org.tucai.platform.db;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Where servers work on this database. By the clock of the database: those of two machines may differ by more than a minute. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ServerPlaces extends GenericRepository<ServerPlace, String> {
    /** Characters of a place. */
    int LONGEST = 200;

    /** A server works there now. */
    @Query("""
            INSERT INTO server_place (place, seen_at) VALUES (:place, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE seen_at = UTC_TIMESTAMP(6)""")
    void seen(String place);

    /** The other places where a server was seen in the last minute. */
    @Query("""
            SELECT place FROM server_place
            WHERE place <> :place AND seen_at > UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE ORDER BY place""")
    List<String> others(String place);

    /** The server there has ended; with it the traces of those that were killed are deleted. */
    @Query("DELETE FROM server_place WHERE place = :place OR seen_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY")
    void left(String place);
}
