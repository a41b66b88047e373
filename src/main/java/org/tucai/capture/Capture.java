package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One enrolment's capture in one campaign.
 *
 * @param no {@code cap_…}
 * @param enrolmentKey blind index of the enrolment; null once deleted, but kept of one whose photo was accepted
 * @param liveKey enrolment and campaign while live: unique, so an enrolment has one live capture a campaign
 * @param studentKey blind index of the 学生唯一编号, by which the authority answers
 * @param factsSealed what the code says; null once deleted
 * @param photoNo the photo that counts; null without one
 * @param triesUsed photos judged since the last submission was decided
 * @param conclusion the authority's words; null before
 * @param endedAt when photos and facts were deleted: given up, expired, or settled and its time over; null before
 * @param changedAt when the status last moved, or what the conclusion means was changed
 */
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

    /** A photo was judged: a try is used, and a usable photo becomes the one that counts. */
    Capture judged(@Nullable String usablePhotoNo, Instant at) {
        if (!status.takesPhotos()) {
            throw missingEdge(CaptureStatus.PHOTO_READY);
        }
        boolean stays = usablePhotoNo == null || status == CaptureStatus.PHOTO_READY;
        Capture counted = stays ? this : to(CaptureStatus.PHOTO_READY, at);
        return counted.changed(c -> {
            c.triesUsed = triesUsed + 1;
            c.photoNo = usablePhotoNo == null ? photoNo : usablePhotoNo;
        });
    }

    Capture awaitingPayment(Instant at) {
        return to(CaptureStatus.AWAITING_PAYMENT, at);
    }

    Capture inReview(Instant at) {
        return to(CaptureStatus.IN_REVIEW, at).changed(c -> c.submittedAt = at);
    }

    /** Back to a photo that may be submitted: payment given up, or the review withdrawn (撤回审核). */
    Capture photoReadyAgain(Instant at) {
        return to(CaptureStatus.PHOTO_READY, at);
    }

    Capture accepted(Instant at) {
        return to(CaptureStatus.ACCEPTED, at).changed(c -> c.acceptedAt = at);
    }

    /** The photo does not count any more; the student has all tries again. */
    Capture rejected(Instant at) {
        return turnedDown(CaptureStatus.REJECTED, at);
    }

    Capture forwarded(Instant at) {
        return to(CaptureStatus.FORWARDED, at);
    }

    /** As {@link #rejected}, by the authority. */
    Capture returned(Instant at) {
        return turnedDown(CaptureStatus.RETURNED, at);
    }

    /** As {@link #rejected}, after the student's own information check. */
    Capture erratum(Instant at) {
        return turnedDown(CaptureStatus.ERRATUM, at);
    }

    private Capture turnedDown(CaptureStatus how, Instant at) {
        return to(how, at).changed(c -> {
            c.photoNo = null;
            c.triesUsed = 0;
        });
    }

    /** The authority's conclusion; a later one replaces it. */
    Capture verified(String words, Instant at) {
        Capture after = status == CaptureStatus.VERIFIED ? this : to(CaptureStatus.VERIFIED, at);
        return after.changed(c -> {
            c.conclusion = words;
            c.verifiedAt = at;
            c.changedAt = at;
        });
    }

    Capture withdrawn(Instant at) {
        return ended(CaptureStatus.WITHDRAWN, at);
    }

    Capture expired(Instant at) {
        return ended(CaptureStatus.EXPIRED, at);
    }

    private Capture ended(CaptureStatus end, Instant at) {
        return to(end, at).changed(c -> {
            c.liveKey = null;
            c.endedAt = at;
        });
    }

    /** The same capture, the student's own account's. */
    Capture ownedBy(String newAccountNo) {
        return changed(c -> c.accountNo = newAccountNo);
    }

    /**
     * Without anything that could name the person. Of an accepted one the blind index of the enrolment stays: without it nobody
     * could tell in a later campaign who was captured already.
     */
    Capture withoutPersonalData(Instant at) {
        return changed(c -> {
            c.endedAt = endedAt == null ? at : endedAt;
            c.enrolmentKey = status.isCaptured() ? enrolmentKey : null;
            c.liveKey = null;
            c.studentKey = null;
            c.factsSealed = null;
            c.photoNo = null;
        });
    }

    private Capture to(CaptureStatus wanted, Instant at) {
        if (!status.next().contains(wanted)) {
            throw missingEdge(wanted);
        }
        return changed(c -> {
            c.status = wanted;
            c.changedAt = at;
        });
    }

    private IllegalStateException missingEdge(CaptureStatus wanted) {
        return new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
    }

    private Capture changed(Consumer<Change> how) {
        Change c = new Change(this);
        how.accept(c);
        return new Capture(
                id,
                no,
                c.accountNo,
                campaignNo,
                schoolNo,
                c.enrolmentKey,
                c.liveKey,
                c.studentKey,
                c.factsSealed,
                c.status,
                c.photoNo,
                c.triesUsed,
                c.conclusion,
                createdAt,
                c.submittedAt,
                c.acceptedAt,
                c.verifiedAt,
                c.endedAt,
                c.changedAt,
                version);
    }

    /** What may change on the way, open for the moment between two captures. */
    private static final class Change {
        private String accountNo;
        private @Nullable String enrolmentKey;
        private @Nullable String liveKey;
        private @Nullable String studentKey;
        private @Nullable String factsSealed;
        private CaptureStatus status;
        private @Nullable String photoNo;
        private int triesUsed;
        private @Nullable String conclusion;
        private @Nullable Instant submittedAt;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant verifiedAt;
        private @Nullable Instant endedAt;
        private Instant changedAt;

        Change(Capture from) {
            accountNo = from.accountNo;
            enrolmentKey = from.enrolmentKey;
            liveKey = from.liveKey;
            studentKey = from.studentKey;
            factsSealed = from.factsSealed;
            status = from.status;
            photoNo = from.photoNo;
            triesUsed = from.triesUsed;
            conclusion = from.conclusion;
            submittedAt = from.submittedAt;
            acceptedAt = from.acceptedAt;
            verifiedAt = from.verifiedAt;
            endedAt = from.endedAt;
            changedAt = from.changedAt;
        }
    }
}
