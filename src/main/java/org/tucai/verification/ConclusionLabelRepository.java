package org.tucai.verification;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConclusionLabelRepository extends GenericRepository<ConclusionLabel, String> {
    Optional<ConclusionLabel> findByZh(String zh);

    List<ConclusionLabel> findAllOrderByPosition();

    /** Adds a label, or changes everything but code and wording of an existing one. */
    @Query("""
            INSERT INTO conclusion_label_reference (code, zh, en, doubtful, current, position)
            VALUES (:code, :zh, :en, :doubtful, :current, :position)
            ON DUPLICATE KEY UPDATE en = :en, doubtful = :doubtful, current = :current, position = :position""")
    void put(String code, String zh, String en, boolean doubtful, boolean current, int position);

    Optional<ConclusionLabel> findByCode(String code);
}
