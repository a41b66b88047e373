package org.tucai.platform.idempotency;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * The first request with a key and, once given, its answer.
 *
 * @param caller who sent it
 * @param requestHash keyed hash of method, path and body
 * @param status null while the first request runs
 */
@MappedEntity("idempotency_record")
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
record IdempotencyRecord(
        @Id @GeneratedValue @Nullable Long id,
        String caller,
        String requestKey,
        byte[] requestHash,
        @Nullable Integer status,
        @Nullable String headers,
        @Nullable String body,
        Instant createdAt) {}
