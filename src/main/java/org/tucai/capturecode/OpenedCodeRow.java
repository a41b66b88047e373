package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

/** An opened code as kept: its facts sealed. */
@MappedEntity("opened_code")
record OpenedCodeRow(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String accountNo,
        String enrolmentIndex,
        String sealedCode,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Version int version) {}
