package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.blob.DeleteBlobJob;
import org.tucai.platform.job.JobQueue;

/** Changes what photos are worth, and throws away what is known of them: pixels by jobs of the same transaction. */
@Singleton
class PhotoBin {
    private final PhotoRepository photos;
    private final JobQueue jobs;

    PhotoBin(PhotoRepository photos, JobQueue jobs) {
        this.photos = photos;
        this.jobs = jobs;
    }

    /** Another photo took its place: nobody needs its pixels. */
    void supersede(String photoNo) {
        Photo photo = photos.findByNo(photoNo).orElseThrow();
        delete(photo, photo.to(PhotoStatus.SUPERSEDED).deleted());
    }

    /** Found good; the upload it was cut from goes. */
    void accept(String photoNo) {
        Photo photo = photos.findByNo(photoNo).orElseThrow();
        enqueue(photo.originalKey());
        photos.update(photo.to(PhotoStatus.ACCEPTED).withoutOriginal());
    }

    /** Turned down; kept so that the next reviewer sees it and the same picture is known again. */
    void reject(String photoNo) {
        photos.update(photos.findByNo(photoNo).orElseThrow().to(PhotoStatus.REJECTED));
    }

    /**
     * Deletes the pixels, the reports and the hashes of all photos of a capture.
     *
     * @param known whether uploads that were turned down are to be known again
     */
    void empty(Capture capture, boolean known) {
        photos.findByCaptureNoOrderById(capture.no()).stream()
                .filter(p -> p.status().next().contains(PhotoStatus.DELETED))
                .forEach(p -> delete(p, p.deleted()));
        photos.forget(capture.no(), known);
    }

    /** Of a capture given up: whatever account its enrolment begins anew with, what was turned down is known again. */
    void remember(Capture capture, String enrolmentKey) {
        photos.keepTurnedDown(capture.no(), capture.campaignNo(), enrolmentKey);
    }

    /** The campaign is over, and so is what {@link #remember} kept. */
    void forgetRemembered(String campaignNo) {
        photos.forgetTurnedDown(campaignNo);
    }

    /** The campaign is over: nobody sends a picture again that was turned down. */
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
