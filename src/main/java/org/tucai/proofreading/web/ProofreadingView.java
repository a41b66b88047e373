package org.tucai.proofreading.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFacts;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;
import org.tucai.proofreading.Answer;
import org.tucai.proofreading.ErratumReason;
import org.tucai.proofreading.Evidence;
import org.tucai.proofreading.Proofreading;
import org.tucai.proofreading.ProofreadingStatus;
import org.tucai.proofreading.Resolution;

/**
 * An information check.
 *
 * @param pictureUrl URL of the picture to be checked
 * @param facts the facts to compare, masked by the authority; null once deleted, and if they cannot be read
 * @param factsUnreadable true if the facts are kept but cannot be read, because the row is damaged or its key is missing: the unit has to
 *     restore them from its backup
 * @param answerable whether the student can answer now
 * @param firstAnswer the answer given, whether or not it is confirmed yet; null if there is none
 * @param note the student's note; only for managers
 * @param evidence numbers of the evidence pictures
 * @param dueAt the end of the last day, that is, the first instant of the following day
 * @param dueDay the last day, for display
 */
@Serdeable
record ProofreadingView(
        String no,
        String captureNo,
        String campaignNo,
        ProofreadingStatus status,
        String statusText,
        boolean answerable,
        String pictureUrl,
        @Nullable FactsView facts,
        boolean factsUnreadable,
        @Nullable Answer firstAnswer,
        @Nullable ErratumReason reason,
        @Nullable String reasonText,
        @Nullable String note,
        List<String> evidence,
        @Nullable Resolution resolution,
        @Nullable String resolutionText,
        @Nullable String resolutionNote,
        OffsetDateTime openedAt,
        OffsetDateTime dueAt,
        LocalDate dueDay,
        boolean dueProvisional,
        @Nullable OffsetDateTime closedAt) {

    /** The facts to be checked. */
    @Serdeable
    record FactsView(
            String maskedName,
            String maskedIdNumber,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo) {
        static @Nullable FactsView of(@Nullable CaptureFacts facts) {
            return facts == null
                    ? null
                    : new FactsView(
                            facts.maskedName(),
                            facts.maskedIdNumber(),
                            facts.schoolName(),
                            facts.level(),
                            facts.major(),
                            facts.studentNo());
        }
    }

    static ProofreadingView of(
            Proofreading p,
            String pictureUrl,
            Capture c,
            @Nullable CaptureFacts facts,
            @Nullable String note,
            List<Evidence> evidence,
            Language language) {
        ErratumReason reason = p.reason();
        Resolution resolution = p.resolution();
        return new ProofreadingView(
                p.no(),
                p.captureNo(),
                p.campaignNo(),
                p.status(),
                p.status().text(language),
                p.status().takesAnswers(),
                pictureUrl,
                FactsView.of(facts),
                facts == null && c.keepsFacts(),
                p.firstAnswer(),
                reason,
                reason == null ? null : reason.text(language),
                note,
                evidence.stream().map(Evidence::no).toList(),
                resolution,
                resolution == null ? null : resolution.text(language),
                p.resolutionNote(),
                ChinaTime.offset(p.openedAt()),
                ChinaTime.offset(p.dueAt()),
                p.dueDay(),
                p.provisional(),
                ChinaTime.offsetOrNull(p.closedAt()));
    }
}
