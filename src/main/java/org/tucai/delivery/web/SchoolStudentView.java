package org.tucai.delivery.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.CaptureStatus;
import org.tucai.capture.web.StudentStatus;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A student as the school sees them. Facts are null once deleted, and if they cannot be read.
 *
 * @param factsUnreadable true if the facts are kept but cannot be read, because the row is damaged or its key is missing: the unit has to
 *     restore them from its backup
 * @param conclusion of the identity verification, in the authority's wording
 * @param conclusionText the conclusion in the client's language
 * @param doubtful whether the school has to follow up the conclusion
 * @param removePicture whether the school has downloaded a picture that is no longer valid and must delete it
 * @param endedAt when the unit deleted the photos and facts
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
        boolean factsUnreadable,
        CaptureStatus status,
        String statusText,
        @Nullable String conclusion,
        @Nullable String conclusionText,
        boolean doubtful,
        boolean removePicture,
        OffsetDateTime changedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime endedAt) {
    static SchoolStudentView of(
            Capture c,
            @Nullable CaptureFacts facts,
            UnaryOperator<String> words,
            boolean doubtful,
            boolean removePicture,
            boolean retakeOrdered,
            Language language) {
        return new SchoolStudentView(
                c.no(),
                c.campaignNo(),
                facts == null ? null : facts.studentUniqueNo(),
                facts == null ? null : facts.studentNo(),
                facts == null ? null : facts.maskedName(),
                facts == null ? null : facts.level(),
                facts == null ? null : facts.major(),
                facts == null && c.keepsFacts(),
                c.status(),
                StudentStatus.text(c.status(), retakeOrdered, language),
                c.conclusion(),
                c.conclusion() == null ? null : words.apply(c.conclusion()),
                doubtful,
                removePicture,
                ChinaTime.offset(c.changedAt()),
                ChinaTime.offsetOrNull(c.acceptedAt()),
                ChinaTime.offsetOrNull(c.endedAt()));
    }
}
