package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A student as the school sees it. Facts are null once deleted.
 *
 * @param conclusion of the identity verification, in the authority's words
 * @param doubtful whether the school has to follow it up
 */
@Serdeable
record SchoolStudentView(
        String captureNo,
        String campaignNo,
        @Nullable String studentUniqueNo,
        @Nullable String studentNo,
        @Nullable String maskedName,
        @Nullable String level,
        @Nullable String major,
        CaptureStatus status,
        String statusText,
        @Nullable String conclusion,
        boolean doubtful,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime acceptedAt) {
    static SchoolStudentView of(Capture c, @Nullable CaptureFacts facts, boolean doubtful, Language language) {
        Instant acceptedAt = c.acceptedAt();
        return new SchoolStudentView(
                c.no(),
                c.campaignNo(),
                facts == null ? null : facts.studentUniqueNo(),
                facts == null ? null : facts.studentNo(),
                facts == null ? null : facts.maskedName(),
                facts == null ? null : facts.level(),
                facts == null ? null : facts.major(),
                c.status(),
                text(c.status(), language),
                c.conclusion(),
                doubtful,
                ChinaTime.offset(c.changedAt()),
                acceptedAt == null ? null : ChinaTime.offset(acceptedAt));
    }

    private static String text(CaptureStatus status, Language language) {
        return switch (status) {
            case BOUND -> language.pick("待上传", "No photo yet");
            case PHOTO_READY -> language.pick("待提交", "To be submitted");
            case AWAITING_PAYMENT -> language.pick("待支付", "To be paid");
            case IN_REVIEW -> language.pick("待审核", "In review");
            case ACCEPTED -> language.pick("待制作", "Accepted");
            case REJECTED -> language.pick("不合格", "Rejected");
            case FORWARDED -> language.pick("已上传学信网", "With the authority");
            case RETURNED -> language.pick("学信网退回", "Returned by the authority");
            case VERIFIED -> language.pick("已核验", "Verified");
            case WITHDRAWN -> language.pick("已取消", "Given up");
            case EXPIRED -> language.pick("已过期", "Expired");
        };
    }
}
