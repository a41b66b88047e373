package org.tucai.capture;

import java.util.EnumSet;
import java.util.Set;
import org.tucai.platform.state.Status;

/** State of one enrolment's capture. */
public enum CaptureStatus implements Status<CaptureStatus> {
    /** 待上传: the code is opened and the student has confirmed its facts; there is no usable photo yet. */
    BOUND,
    /** 待提交: there is a usable photo, not yet submitted. */
    PHOTO_READY,
    /** 待支付: the photo is submitted, the order is not paid. */
    AWAITING_PAYMENT,
    /** 待审核: submitted and paid; the unit's review period (five working days unless set otherwise) is running. */
    IN_REVIEW,
    /** 待制作: a reviewer accepted the photo; it is waiting to be sent to the authority. */
    ACCEPTED,
    /** 不合格: a reviewer rejected the photo; the student may take another while the campaign is open. */
    REJECTED,
    /** 已上传学信网: the authority has acknowledged the package. */
    FORWARDED,
    /** 学信网退回: the authority refused the picture; the student may take another. */
    RETURNED,
    /**
     * 校对有误: the student's information check, or afterwards the unit itself, found the accepted picture wrong; the student takes another
     * without paying again.
     */
    ERRATUM,
    /** 已核验: the authority has concluded whether the picture shows the student. */
    VERIFIED,
    /** 已取消: the student gave up, or was captured in another campaign and may not be captured again; photos and facts are deleted. */
    WITHDRAWN,
    /** 已过期: the campaign ended before a photo was accepted; photos and facts are deleted. */
    EXPIRED;

    @Override
    public Set<CaptureStatus> next() {
        return switch (this) {
            case BOUND -> EnumSet.of(PHOTO_READY, WITHDRAWN, EXPIRED);
            case PHOTO_READY -> EnumSet.of(AWAITING_PAYMENT, IN_REVIEW, WITHDRAWN, EXPIRED);
            case AWAITING_PAYMENT -> EnumSet.of(IN_REVIEW, PHOTO_READY, WITHDRAWN, EXPIRED);
            case IN_REVIEW -> EnumSet.of(ACCEPTED, REJECTED, PHOTO_READY, AWAITING_PAYMENT, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(FORWARDED, RETURNED, ERRATUM);
            case REJECTED, RETURNED, ERRATUM -> EnumSet.of(PHOTO_READY, WITHDRAWN, EXPIRED);
            case FORWARDED -> EnumSet.of(VERIFIED, RETURNED, ERRATUM);
            case VERIFIED, WITHDRAWN, EXPIRED -> EnumSet.noneOf(CaptureStatus.class);
        };
    }

    /** Whether a photo may be taken for it. */
    public boolean takesPhotos() {
        return switch (this) {
            case BOUND, PHOTO_READY, REJECTED, RETURNED, ERRATUM -> true;
            case AWAITING_PAYMENT, IN_REVIEW, ACCEPTED, FORWARDED, VERIFIED, WITHDRAWN, EXPIRED -> false;
        };
    }

    /** Whether its photo is submitted and not decided, so that the student may withdraw it while the campaign takes photos. */
    public boolean isSubmitted() {
        return this == AWAITING_PAYMENT || this == IN_REVIEW;
    }

    /** Whether the student may give it up. */
    public boolean isCancellable() {
        return next().contains(WITHDRAWN);
    }

    /** Whether closing the campaign ends it, because no photo is accepted or in review. */
    public boolean endsWithCampaign() {
        return next().contains(EXPIRED);
    }

    /** Whether it ended without an accepted photo, for good. */
    public boolean isGivenUp() {
        return switch (this) {
            case WITHDRAWN, EXPIRED -> true;
            case BOUND,
                    PHOTO_READY,
                    AWAITING_PAYMENT,
                    IN_REVIEW,
                    ACCEPTED,
                    REJECTED,
                    FORWARDED,
                    RETURNED,
                    ERRATUM,
                    VERIFIED -> false;
        };
    }

    /** Whether a photo is accepted, which counts as captured. */
    public boolean isCaptured() {
        return switch (this) {
            case ACCEPTED, FORWARDED, VERIFIED -> true;
            case BOUND, PHOTO_READY, AWAITING_PAYMENT, IN_REVIEW, REJECTED, RETURNED, ERRATUM, WITHDRAWN, EXPIRED ->
                false;
        };
    }
}
