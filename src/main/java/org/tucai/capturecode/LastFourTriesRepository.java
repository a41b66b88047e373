package org.tucai.capturecode;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LastFourTriesRepository extends GenericRepository<LastFourTries, Long> {
    LastFourTries update(LastFourTries tries);

    @Query("INSERT IGNORE INTO last_four_tries (scope, subject, wrong) VALUES (:scope, :subject, 0)")
    void ensure(String scope, String subject);

    @Query("SELECT * FROM last_four_tries WHERE scope = :scope AND subject = :subject FOR UPDATE")
    Optional<LastFourTries> lock(String scope, String subject);
}
