package org.tucai.capturecode;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

/**
 * A key as kept.
 *
 * @param sealedKey the secret; empty once the key is retired, for nothing is ever opened with it again. Its name stays, so that the
 *     authority's list does not bring it back
 */
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
        if (!status.next().contains(CodeKeyStatus.RETIRED)) {
            throw new IllegalStateException("key " + kid + " is " + status);
        }
        return new StoredCodeKey(id, kid, "", CodeKeyStatus.RETIRED, createdAt, at, version);
    }
}
