package org.tucai.delivery;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;

/**
 * A school's objection to one delivered photo.
 *
 * @param no {@code dsp_…}
 * @param words the school's words, 1-300 characters; null once the capture is forgotten
 * @param answer the manager's words; null while open and once the capture is forgotten
 */
@Row
@MappedEntity("dispute")
public record Dispute(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String schoolNo,
        String captureNo,
        String photoNo,
        DisputeStatus status,

        @MappedProperty(converter = SealedText.class) @Nullable
        String words,

        @MappedProperty(converter = SealedText.class) @Nullable
        String answer,

        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Version int version) {

    /** Resolved with this answer; without it if the capture is forgotten already, because nothing would delete the answer later. */
    Dispute resolved(String said, Instant at) {
        return DisputeBuilder.builder(this)
                .status(status.to(DisputeStatus.RESOLVED, no))
                .answer(words == null ? null : said)
                .resolvedAt(at)
                .build();
    }
}
