package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;

/**
 * One enrolment's capture in one campaign.
 *
 * @param no {@code cap_…}
 * @param enrolmentKey blind index of the enrolment; null once deleted, but kept if a photo was accepted
 * @param liveKey enrolment and campaign while live; unique, so an enrolment has at most one live capture per campaign
 * @param studentKey blind index of the 学生唯一编号, under which the authority answers
 * @param factsSealed what the code says; null once deleted
 * @param photoNo the photo that counts; null without one
 * @param triesUsed photos judged since the last submission was decided
 * @param conclusion the authority's wording; null before its answer
 * @param endedAt when photos and facts were deleted: on giving up, on expiry, or when the retention of a settled capture was over; null
 *     before
 * @param changedAt when the status, the conclusion or its meaning last changed
 */
@Row
@MappedEntity("capture")
public record Capture(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String accountNo,
        String campaignNo,
        String schoolNo,
        @Nullable String enrolmentKey,
        @Nullable String liveKey,
        @Nullable String studentKey,
        @Nullable String factsSealed,
        CaptureStatus status,
        @Nullable String photoNo,
        int triesUsed,
        @Nullable String conclusion,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant endedAt,
        Instant changedAt,
        @Version int version) {

    /** Whether what the code said is kept; if it cannot be opened all the same, the row is damaged or its key is missing. */
    public boolean keepsFacts() {
        return factsSealed != null;
    }

    /** A photo was judged: a try is used, and a usable photo becomes the one that counts. */
    Capture judged(@Nullable String usablePhotoNo, Instant at) {
        if (!status.takesPhotos()) {
            throw new IllegalStateException(no + ": no photo may be taken in " + status);
        }
        boolean stays = usablePhotoNo == null || status == CaptureStatus.PHOTO_READY;
        Capture counted = stays ? this : photoReadyAgain(at);
        return CaptureBuilder.builder(counted)
                .triesUsed(triesUsed + 1)
                .photoNo(usablePhotoNo == null ? photoNo : usablePhotoNo)
                .build();
    }

    Capture awaitingPayment(Instant at) {
        return moved(CaptureStatus.AWAITING_PAYMENT, at).build();
    }

    Capture inReview(Instant at) {
        return moved(CaptureStatus.IN_REVIEW, at).submittedAt(at).build();
    }

    /** Back to a photo that may be submitted: payment given up, or the review withdrawn (撤回审核). */
    Capture photoReadyAgain(Instant at) {
        return moved(CaptureStatus.PHOTO_READY, at).build();
    }

    Capture accepted(Instant at) {
        return moved(CaptureStatus.ACCEPTED, at).acceptedAt(at).build();
    }

    /** The photo no longer counts; the student has all tries again. */
    Capture rejected(Instant at) {
        return turnedDown(CaptureStatus.REJECTED, at);
    }

    Capture forwarded(Instant at) {
        return moved(CaptureStatus.FORWARDED, at).build();
    }

    /** As {@link #rejected}, by the authority. */
    Capture returned(Instant at) {
        return turnedDown(CaptureStatus.RETURNED, at);
    }

    /** As {@link #rejected}, after the student's own information check, or because a manager took the acceptance back. */
    Capture erratum(Instant at) {
        return turnedDown(CaptureStatus.ERRATUM, at);
    }

    private Capture turnedDown(CaptureStatus how, Instant at) {
        return moved(how, at).photoNo(null).triesUsed(0).build();
    }

    /** The authority's conclusion; a later one replaces it. */
    Capture verified(String words, Instant at) {
        CaptureStatus after = status == CaptureStatus.VERIFIED ? status : status.to(CaptureStatus.VERIFIED, no);
        return CaptureBuilder.builder(this)
                .status(after)
                .conclusion(words)
                .verifiedAt(at)
                .changedAt(at)
                .build();
    }

    Capture withdrawn(Instant at) {
        return ended(CaptureStatus.WITHDRAWN, at);
    }

    Capture expired(Instant at) {
        return ended(CaptureStatus.EXPIRED, at);
    }

    private Capture ended(CaptureStatus end, Instant at) {
        return moved(end, at).liveKey(null).endedAt(at).build();
    }

    /** The same capture, owned by the student's own account. */
    Capture ownedBy(String newAccountNo) {
        return CaptureBuilder.builder(this).accountNo(newAccountNo).build();
    }

    /**
     * Without anything that could identify the person. If a photo was accepted, the blind index of the enrolment stays: otherwise a later
     * campaign could not tell who is already captured.
     */
    Capture withoutPersonalData(Instant at) {
        return CaptureBuilder.builder(this)
                .endedAt(endedAt == null ? at : endedAt)
                .enrolmentKey(status.isCaptured() ? enrolmentKey : null)
                .liveKey(null)
                .studentKey(null)
                .factsSealed(null)
                .photoNo(null)
                .build();
    }

    private CaptureBuilder moved(CaptureStatus wanted, Instant at) {
        return CaptureBuilder.builder(this).status(status.to(wanted, no)).changedAt(at);
    }
}
