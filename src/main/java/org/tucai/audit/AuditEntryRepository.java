package org.tucai.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AuditEntryRepository extends GenericRepository<AuditEntry, Long> {
    AuditEntry save(AuditEntry entry);

    /** Entries before the cursor and not before {@code since}, newest first; null filters match everything. */
    @Query("""
            SELECT * FROM audit_entry
            WHERE (at < :at OR (at = :at AND no < :no)) AND at >= :since
              AND (:actor IS NULL OR actor = :actor)
              AND (:subject IS NULL OR subject = :subject)
              AND (:action IS NULL OR action = :action)
            ORDER BY at DESC, no DESC LIMIT :limit""")
    List<AuditEntry> before(
            Instant at,
            String no,
            Instant since,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String action,
            int limit);
}
