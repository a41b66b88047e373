package org.tucai.capture;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.blob.BlobDamagedException;
import org.tucai.platform.blob.BlobMissingException;
import org.tucai.platform.blob.BlobStore;
import org.tucai.platform.privacy.SealBrokenException;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.web.Language;

/**
 * Photos and facts for those entitled to see them; the caller checks the entitlement. Reads files, so never call it inside a transaction.
 */
@Singleton
public class CaptureAlbum {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureAlbum.class);

    private final PhotoRepository photos;
    private final BlobStore blobs;
    private final FactsVault facts;
    private final UploadDesk.Stationery stationery;
    private final ConclusionMeaning meaning;

    CaptureAlbum(
            PhotoRepository photos,
            BlobStore blobs,
            FactsVault facts,
            UploadDesk.Stationery stationery,
            ConclusionMeaning meaning) {
        this.photos = photos;
        this.blobs = blobs;
        this.facts = facts;
        this.stationery = stationery;
        this.meaning = meaning;
    }

    /** {@link ConclusionMeaning#in}. */
    public UnaryOperator<String> words(Language language) {
        return meaning.in(language);
    }

    /** All judged uploads of a capture, oldest first. */
    public List<Photo> photos(String captureNo) {
        return photos.findByCaptureNoOrderById(captureNo);
    }

    /** A photo of a capture; 404 if it belongs to another. */
    public Photo require(String captureNo, String photoNo) {
        return photos.findByNo(photoNo)
                .filter(p -> p.captureNo().equals(captureNo))
                .orElseThrow(PlatformProblem::notFound);
    }

    /** Photos of other captures of the school, and rejected ones of this capture, that are the same upload or look the same; at most 20. */
    public List<AlikePhoto> alike(Capture capture, Photo photo) {
        byte[] likeness = photo.likeness();
        byte[] hash = photo.uploadHash();
        if (likeness == null || hash == null) {
            return List.of();
        }
        LongBuffer parts = ByteBuffer.wrap(likeness).asLongBuffer();
        return photos.alike(
                capture.schoolNo(),
                capture.no(),
                photo.no(),
                capture.accountNo(),
                hash,
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                Likeness.ALIKE);
    }

    /** A photo of any capture; the caller checks that it may be seen. */
    public Photo requireAny(String photoNo) {
        return photos.findByNo(photoNo).orElseThrow(PlatformProblem::notFound);
    }

    /** The standard picture (480 × 640 JPEG without metadata); 404 when unusable or deleted. */
    public byte[] picture(Photo photo) {
        return read(photo.blobKey());
    }

    /** Whether the standard picture is in the store and undamaged. */
    public boolean isThere(Photo photo) {
        if (photo.blobKey() == null) {
            return false;
        }
        try {
            return blobs.get(photo.blobKey()).length > 0;
        } catch (BlobMissingException | BlobDamagedException e) {
            return false;
        }
    }

    /** The upload as received, for the reviewer; 404 when deleted. */
    public byte[] original(Photo photo) {
        return read(photo.originalKey());
    }

    private byte[] read(@Nullable String key) {
        if (key == null) {
            throw PlatformProblem.notFound();
        }
        return blobs.get(key);
    }

    public PhotoReport report(Photo photo) {
        return stationery.read(photo);
    }

    /**
     * What the code said; null once deleted, and when it cannot be opened though the capture {@link Capture#keepsFacts}: one damaged row
     * must not keep anybody from all the others.
     */
    public @Nullable CaptureFacts facts(Capture capture) {
        try {
            return facts.open(capture);
        } catch (SealBrokenException e) {
            LOG.warn("The facts of capture {} cannot be read: {}", capture.no(), e.getMessage());
            return null;
        }
    }

    /** The key under which captures of a student are found. */
    public String studentKey(String studentUniqueNo) {
        return facts.studentKey(studentUniqueNo);
    }
}
