package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.privacy.SealedText;

/**
 * A photo was turned down.
 *
 * @param reasons enum names, comma-separated
 * @param note the reviewer's, manager's or authority's own words
 * @param ordered a manager took the acceptance back: the student had reported nothing
 */
@MappedEntity("rejection")
public record Rejection(
        @Id @GeneratedValue @Nullable Long id,
        String captureNo,
        String photoNo,
        String reasons,

        @MappedProperty(converter = SealedText.class) @Nullable
        String note,

        Instant rejectedAt,
        boolean ordered) {

    /** The reasons; empty when only a note was given. */
    public List<RejectReason> named() {
        return Arrays.stream(reasons.split(","))
                .filter(name -> !name.isEmpty())
                .map(RejectReason::valueOf)
                .toList();
    }
}
