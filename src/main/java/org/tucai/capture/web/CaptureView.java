package org.tucai.capture.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureFacts;
import org.tucai.capture.Rejection;
import org.tucai.platform.time.ChinaTime;
import org.tucai.platform.web.Language;

/**
 * A capture as students see it.
 *
 * @param statusText the status as display text
 * @param facts the facts of the capture code, masked; null once deleted, and if they cannot be read
 * @param factsUnreadable true if the facts are kept but cannot be read, because the row is damaged or its key is missing: the unit has to
 *     restore them from its backup
 * @param photoNo the current photo; null if there is none
 * @param triesUsed photos taken online since the last one was rejected or returned
 * @param conclusion conclusion of the identity verification, in the authority's own words; null before there is one
 * @param conclusionText the conclusion as display text
 * @param rejection why the last photo was rejected; null if none was, or once another has been submitted
 * @param submittedAt when a photo last entered the review; null if none has
 * @param changedAt when the status last changed
 */
@Serdeable
public record CaptureView(
        String no,
        StudentStatus status,
        String statusText,
        String campaignNo,
        @Nullable FactsView facts,
        boolean factsUnreadable,
        @Nullable String photoNo,
        int triesUsed,
        @Nullable RejectionView rejection,
        @Nullable String conclusion,
        @Nullable String conclusionText,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime submittedAt,
        OffsetDateTime changedAt) {

    /** The facts of a capture code, masked by the authority. */
    @Serdeable
    public record FactsView(
            String maskedName,
            String maskedIdNumber,
            String schoolName,
            String level,
            String major,
            @Nullable String studentNo,
            LocalDate expectedGraduation) {
        public static @Nullable FactsView of(@Nullable CaptureFacts f) {
            return f == null
                    ? null
                    : new FactsView(
                            f.maskedName(),
                            f.maskedIdNumber(),
                            f.schoolName(),
                            f.level(),
                            f.major(),
                            f.studentNo(),
                            f.expectedGraduation());
        }
    }

    /** Why a photo was rejected. */
    @Serdeable
    public record RejectionView(
            List<ReasonView> reasons, @Nullable String note, OffsetDateTime at) {
        public static @Nullable RejectionView of(@Nullable Rejection r, Language language) {
            return r == null
                    ? null
                    : new RejectionView(
                            r.named().stream()
                                    .map(n -> new ReasonView(n.code(), n.text(language)))
                                    .toList(),
                            r.note(),
                            ChinaTime.offset(r.rejectedAt()));
        }
    }

    /** A reject reason with its display text. */
    @Serdeable
    public record ReasonView(String code, String text) {}

    /**
     * The capture as its student sees it.
     *
     * @param words what {@link org.tucai.capture.ConclusionMeaning} shows for the authority's words in that language
     */
    public static CaptureView of(
            Capture c,
            @Nullable CaptureFacts facts,
            @Nullable Rejection rejection,
            UnaryOperator<String> words,
            Language language) {
        return new CaptureView(
                c.no(),
                StudentStatus.of(c.status()),
                StudentStatus.text(c.status(), rejection != null && rejection.ordered(), language),
                c.campaignNo(),
                FactsView.of(facts),
                facts == null && c.keepsFacts(),
                c.photoNo(),
                c.triesUsed(),
                c.status().takesPhotos() ? RejectionView.of(rejection, language) : null,
                c.conclusion(),
                c.conclusion() == null ? null : words.apply(c.conclusion()),
                ChinaTime.offset(c.createdAt()),
                ChinaTime.offsetOrNull(c.submittedAt()),
                ChinaTime.offset(c.changedAt()));
    }
}
