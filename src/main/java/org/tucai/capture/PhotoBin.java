package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.blob.DeleteBlobJob;
import org.tucai.platform.job.JobQueue;

/** Changes the status of photos and deletes what is known about them; pixels by jobs enqueued in the same transaction. */
@Singleton
class PhotoBin {
    private final PhotoRepository photos;
    private final JobQueue jobs;

    PhotoBin(PhotoRepository photos, JobQueue jobs) {
        this.photos = photos;
        this.jobs = jobs;
    }

    /** Another photo replaces it, so its pixels are deleted. */
    void supersede(String photoNo) {
        Photo photo = photos.findByNo(photoNo).orElseThrow();
        delete(photo, photo.to(PhotoStatus.SUPERSEDED).deleted());
    }

    /** Found good; the upload it was cropped from is deleted. */
    void accept(String photoNo) {
        Photo photo = photos.findByNo(photoNo).orElseThrow();
        enqueue(photo.originalKey());
        photos.update(photo.to(PhotoStatus.ACCEPTED).withoutOriginal());
    }

    /** Turned down; kept so that the next reviewer sees it and the same picture is recognised. */
    void reject(String photoNo) {
        photos.update(photos.findByNo(photoNo).orElseThrow().to(PhotoStatus.REJECTED));
    }

    /**
     * Deletes the pixels, the reports and the hashes of all photos of a capture.
     *
     * @param known whether rejected uploads must still be recognised
     */
    void empty(Capture capture, boolean known) {
        photos.findByCaptureNoOrderById(capture.no()).stream()
                .filter(p -> p.status().next().contains(PhotoStatus.DELETED))
                .forEach(p -> delete(p, p.deleted()));
        photos.forget(capture.no(), known);
    }

    /**
     * Remembers the rejected uploads of a capture given up, so that they are recognised with whatever account its enrolment begins anew.
     */
    void remember(Capture capture, String enrolmentKey) {
        photos.keepTurnedDown(capture.no(), capture.campaignNo(), enrolmentKey);
    }

    /** The campaign is over: deletes what {@link #remember} kept. */
    void forgetRemembered(String campaignNo) {
        photos.forgetTurnedDown(campaignNo);
    }

    /** The campaign is over: rejected uploads need no longer be recognised. */
    void emptyRest(List<String> captureNos) {
        photos.forgetTurnedDown(captureNos);
    }

    private void delete(Photo before, Photo after) {
        enqueue(before.blobKey(), before.originalKey());
        photos.update(after);
    }

    private void enqueue(@Nullable String... keys) {
        List<String> named = Stream.of(keys).filter(Objects::nonNull).toList();
        if (!named.isEmpty()) {
            jobs.enqueue(DeleteBlobJob.TYPE, DeleteBlobJob.subject(named));
        }
    }
}
