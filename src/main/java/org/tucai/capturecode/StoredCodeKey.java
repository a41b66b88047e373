package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.tucai.platform.db.Row;

/**
 * A key as kept.
 *
 * @param sealedKey the secret; empty once the key is retired, for nothing is ever opened with it again. Its name stays, so that the
 *     authority's list does not bring it back
 */
@Row
@MappedEntity("code_key")
record StoredCodeKey(
        @Id @GeneratedValue @Nullable Long id,
        String kid,
        String sealedKey,
        CodeKeyStatus status,
        Instant createdAt,
        @Nullable Instant retiredAt,
        @Version int version) {
    StoredCodeKey retired(Instant at) {
        return StoredCodeKeyBuilder.builder(this)
                .sealedKey("")
                .status(status.to(CodeKeyStatus.RETIRED, kid))
                .retiredAt(at)
                .build();
    }
}
