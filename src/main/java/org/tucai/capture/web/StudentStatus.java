package org.tucai.capture.web;

import org.tucai.capture.CaptureStatus;
import org.tucai.platform.web.Language;

/** A capture's state as students see it; coarser than the internal one. */
public enum StudentStatus {
    TO_UPLOAD("待上传", "Photo needed"),
    TO_SUBMIT("待提交", "Ready to submit"),
    TO_PAY("待支付", "Awaiting payment"),
    IN_REVIEW("待审核", "In review"),
    REJECTED("不合格", "Rejected"),
    IN_PRODUCTION("制作中", "In production"),
    FORWARDED("已上传学信网", "Sent to the authority"),
    RETURNED("学信网退回", "Returned by the authority"),
    ERRATUM("校对有误", "Mistake reported"),
    VERIFIED("已核验", "Identity checked"),
    CANCELLED("已取消", "Cancelled"),
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
