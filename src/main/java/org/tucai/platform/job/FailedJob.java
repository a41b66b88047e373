package org.tucai.platform.job;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A job given up after its last try. */
@MappedEntity("failed_job")
record FailedJob(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String type,
        String subject,
        String reason,
        int tries,
        Instant failedAt) {}
