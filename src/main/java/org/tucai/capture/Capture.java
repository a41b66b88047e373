package org.tucai.capture;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
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
 * @param changedAt when the status last moved
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
        Capture counted = with(status, photoNo, triesUsed + 1, at);
        if (usablePhotoNo == null) {
            return counted;
        }
        return status == CaptureStatus.PHOTO_READY
                ? counted.with(status, usablePhotoNo, triesUsed + 1, at)
                : counted.to(CaptureStatus.PHOTO_READY, at)
                        .with(CaptureStatus.PHOTO_READY, usablePhotoNo, triesUsed + 1, at);
    }

    Capture awaitingPayment(Instant at) {
        return to(CaptureStatus.AWAITING_PAYMENT, at);
    }

    Capture inReview(Instant at) {
        Capture c = to(CaptureStatus.IN_REVIEW, at);
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                liveKey,
                studentKey,
                factsSealed,
                c.status,
                photoNo,
                triesUsed,
                conclusion,
                createdAt,
                at,
                acceptedAt,
                verifiedAt,
                endedAt,
                at,
                version);
    }

    /** Back to a photo that may be submitted: payment given up, or the review withdrawn (撤回审核). */
    Capture photoReadyAgain(Instant at) {
        return to(CaptureStatus.PHOTO_READY, at);
    }

    Capture accepted(Instant at) {
        Capture c = to(CaptureStatus.ACCEPTED, at);
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                liveKey,
                studentKey,
                factsSealed,
                c.status,
                photoNo,
                triesUsed,
                conclusion,
                createdAt,
                submittedAt,
                at,
                verifiedAt,
                endedAt,
                at,
                version);
    }

    /** The photo does not count any more; the student has all tries again. */
    Capture rejected(Instant at) {
        return to(CaptureStatus.REJECTED, at).with(CaptureStatus.REJECTED, null, 0, at);
    }

    Capture forwarded(Instant at) {
        return to(CaptureStatus.FORWARDED, at);
    }

    /** As {@link #rejected}, by the authority. */
    Capture returned(Instant at) {
        return to(CaptureStatus.RETURNED, at).with(CaptureStatus.RETURNED, null, 0, at);
    }

    /** As {@link #rejected}, after the student's own information check. */
    Capture erratum(Instant at) {
        return to(CaptureStatus.ERRATUM, at).with(CaptureStatus.ERRATUM, null, 0, at);
    }

    /** The authority's conclusion; a later one replaces it. */
    Capture verified(String words, Instant at) {
        CaptureStatus after = status == CaptureStatus.VERIFIED ? status : to(CaptureStatus.VERIFIED, at).status;
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                liveKey,
                studentKey,
                factsSealed,
                after,
                photoNo,
                triesUsed,
                words,
                createdAt,
                submittedAt,
                acceptedAt,
                at,
                endedAt,
                at,
                version);
    }

    Capture withdrawn(Instant at) {
        return ended(CaptureStatus.WITHDRAWN, at);
    }

    Capture expired(Instant at) {
        return ended(CaptureStatus.EXPIRED, at);
    }

    /** The same capture, the student's own account's. */
    Capture ownedBy(String newAccountNo) {
        return new Capture(
                id,
                no,
                newAccountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                liveKey,
                studentKey,
                factsSealed,
                status,
                photoNo,
                triesUsed,
                conclusion,
                createdAt,
                submittedAt,
                acceptedAt,
                verifiedAt,
                endedAt,
                changedAt,
                version);
    }

    /**
     * Without anything that could name the person. Of an accepted one the blind index of the enrolment stays: without it nobody
     * could tell in a later campaign who was captured already.
     */
    Capture withoutPersonalData() {
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                status.isCaptured() ? enrolmentKey : null,
                null,
                null,
                null,
                status,
                null,
                triesUsed,
                conclusion,
                createdAt,
                submittedAt,
                acceptedAt,
                verifiedAt,
                endedAt,
                changedAt,
                version);
    }

    private Capture ended(CaptureStatus end, Instant at) {
        Capture c = to(end, at);
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                null,
                studentKey,
                factsSealed,
                c.status,
                photoNo,
                triesUsed,
                conclusion,
                createdAt,
                submittedAt,
                acceptedAt,
                verifiedAt,
                at,
                at,
                version);
    }

    private Capture to(CaptureStatus wanted, Instant at) {
        if (!status.next().contains(wanted)) {
            throw missingEdge(wanted);
        }
        return with(wanted, photoNo, triesUsed, at);
    }

    private IllegalStateException missingEdge(CaptureStatus wanted) {
        return new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
    }

    private Capture with(CaptureStatus newStatus, @Nullable String photo, int tries, Instant at) {
        return new Capture(
                id,
                no,
                accountNo,
                campaignNo,
                schoolNo,
                enrolmentKey,
                liveKey,
                studentKey,
                factsSealed,
                newStatus,
                photo,
                tries,
                conclusion,
                createdAt,
                submittedAt,
                acceptedAt,
                verifiedAt,
                endedAt,
                at,
                version);
    }
}
