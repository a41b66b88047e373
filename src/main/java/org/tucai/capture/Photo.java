package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;
import org.tucai.portrait.Verdict;

/**
 * One judged upload.
 *
 * @param no {@code pho_…}
 * @param schoolNo of the capture; null in old rows without a likeness
 * @param uploadHash SHA-256 of the upload as received; null once forgotten
 * @param report the judgement as JSON, see {@link PhotoReport}; null once forgotten
 * @param blobKey the picture cropped to the standard; null when unusable or deleted
 * @param originalKey the upload itself, for the reviewer's eyes; deleted on acceptance
 * @param jpegHash SHA-256 of the standard picture; null when unusable or forgotten
 * @param jpegBytes size of the standard picture; null when unusable or forgotten
 * @param likeness {@link Likeness} of the standard picture; null when unusable or deleted
 */
@Row
@MappedEntity("photo")
@SuppressWarnings("ArrayRecordComponent") // a row, never compared; on arrays Micronaut recognises only its own Nullable
public record Photo(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        @Nullable String schoolNo,
        String ticketNo,
        PhotoSource source,
        PhotoStatus status,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] uploadHash,
        Verdict verdict,
        String profile,
        int profileVersion,

        @MappedProperty(converter = SealedText.class) @Nullable
        String report,

        @Nullable String blobKey,
        @Nullable String originalKey,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] jpegHash,
        @Nullable Integer jpegBytes,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] likeness,
        Instant takenAt,
        @Version int version) {

    /**
     * Lets schools and the authority verify that they received the very picture that was judged: 64 hexadecimal digits, null when it is
     * unusable or forgotten.
     */
    public @Nullable String jpegSha256() {
        return jpegHash == null ? null : HexFormat.of().formatHex(jpegHash);
    }

    /** The same photo in another status. */
    Photo to(PhotoStatus wanted) {
        return moved(wanted).build();
    }

    Photo withoutOriginal() {
        return PhotoBuilder.builder(this).originalKey(null).build();
    }

    Photo deleted() {
        return moved(PhotoStatus.DELETED)
                .blobKey(null)
                .originalKey(null)
                .likeness(null)
                .build();
    }

    private PhotoBuilder moved(PhotoStatus wanted) {
        return PhotoBuilder.builder(this).status(status.to(wanted, no));
    }
}
