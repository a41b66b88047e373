package org.tucai.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("audit_entry")
record AuditEntry(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        Instant at,
        String actor,
        String action,
        String subject,
        String detail) {}
