package org.tucai.capture.web;

import org.tucai.capture.CaptureStatus;
import org.tucai.platform.web.Language;

/** A capture's state as students see it; coarser than the internal one. */
public enum StudentStatus {
    /** There is no usable photo yet. */
    TO_UPLOAD("待上传", "Photo needed"),
    /** There is a usable photo, not submitted yet or withdrawn. */
    TO_SUBMIT("待提交", "Ready to submit"),
    /** The photo is submitted and reviewed once the order is paid. */
    TO_PAY("待支付", "Awaiting payment"),
    /** Submitted and paid: a reviewer decides. */
    IN_REVIEW("待审核", "In review"),
    /** A reviewer rejected the photo. */
    REJECTED("不合格", "Rejected"),
    /** A reviewer accepted the photo; it is not with the authority yet. */
    IN_PRODUCTION("制作中", "In production"),
    /** The authority has the photo. */
    FORWARDED("已上传学信网", "Sent to the authority"),
    /** The authority refused the photo. */
    RETURNED("学信网退回", "Returned by the authority"),
    /** The information check, or the unit itself, found the accepted photo wrong; another has to be taken. */
    ERRATUM("校对有误", "Mistake reported"),
    /** The authority has given its conclusion. */
    VERIFIED("已核验", "Identity checked"),
    /** The student gave up, or needs no photo here any more; photos and facts are deleted. */
    CANCELLED("已取消", "Cancelled"),
    /** The campaign ended before a photo was accepted; photos and facts are deleted. */
    EXPIRED("已过期", "Expired");

    private final String zh;
    private final String en;

    StudentStatus(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String text(Language language) {
        return language.pick(zh, en);
    }

    /**
     * The display text of a capture's status.
     *
     * @param retakeOrdered whether a manager took the acceptance back: then the student has reported no mistake
     */
    public static String text(CaptureStatus status, boolean retakeOrdered, Language language) {
        return status == CaptureStatus.ERRATUM && retakeOrdered
                ? language.pick("需重新拍摄", "New photo needed")
                : of(status).text(language);
    }

    public static StudentStatus of(CaptureStatus status) {
        return switch (status) {
            case BOUND -> TO_UPLOAD;
            case PHOTO_READY -> TO_SUBMIT;
            case AWAITING_PAYMENT -> TO_PAY;
            case IN_REVIEW -> IN_REVIEW;
            case ACCEPTED -> IN_PRODUCTION;
            case REJECTED -> REJECTED;
            case FORWARDED -> FORWARDED;
            case RETURNED -> RETURNED;
            case ERRATUM -> ERRATUM;
            case VERIFIED -> VERIFIED;
            case WITHDRAWN -> CANCELLED;
            case EXPIRED -> EXPIRED;
        };
    }
}
