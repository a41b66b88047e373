package org.tucai.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.tucai.capture.PhotoStatus;
import org.tucai.capture.RejectReason;
import org.tucai.capture.web.CaptureView;
import org.tucai.capture.web.PhotoView;
import org.tucai.platform.problem.ProblemBody;
import org.tucai.platform.web.Language;

/** What reviewers see. */
final class ReviewViews {
    private ReviewViews() {}

    /**
     * One photo in the queue.
     *
     * @param pictureUrl the standard picture; {@code ?width=120} or {@code 240} for a grid
     * @param undoUntil when the decision takes effect; null when undecided
     */
    @Serdeable
    record ReviewView(
            String no,
            ReviewStatus status,
            int stage,
            String captureNo,
            String photoNo,
            String campaignNo,
            boolean onSite,
            OffsetDateTime submittedAt,
            OffsetDateTime dueAt,
            LocalDate dueDay,
            boolean provisional,
            boolean overdue,
            @Nullable OffsetDateTime leaseUntil,
            @Nullable Decision decision,
            @Nullable OffsetDateTime undoUntil,
            String pictureUrl) {}

    /**
     * Everything a decision needs.
     *
     * @param photo the photo with its report and regions
     * @param originalUrl the upload it was cut from; null when deleted
     * @param earlier photos judged before, the newest first
     * @param rejections why earlier ones were turned down
     * @param looks what the two said who disagreed, the first of them first; only for the manager who settles it, else empty
     * @param alike photos of other captures of the school, and rejected ones of this capture, that look the same
     */
    @Serdeable
    record ReviewDetailView(
            ReviewView review,
            CaptureView.@Nullable FactsView facts,
            PhotoView photo,
            @Nullable String originalUrl,
            List<PhotoView> earlier,
            List<CaptureView.RejectionView> rejections,
            List<LookView> looks,
            List<AlikeView> alike) {}

    /**
     * What one of four eyes said.
     *
     * @param reasons why it is to be turned down, with the codes of the list of reject reasons; empty with ACCEPT
     * @param note the reviewer's own words
     */
    @Serdeable
    record LookView(
            String reviewerNo,
            Decision decision,
            List<RejectReasonView> reasons,
            @Nullable String note,
            OffsetDateTime lookedAt) {}

    /**
     * A photo that looks the same, of another capture or rejected in this one: a reason to look twice.
     *
     * @param sameFile whether it is the very same upload
     * @param sameAccount whether one account has both, as a person with two enrolments may
     * @param pictureUrl the standard picture; null when deleted
     */
    @Serdeable
    record AlikeView(
            String photoNo,
            String captureNo,
            PhotoStatus status,
            boolean sameFile,
            boolean sameAccount,
            @Nullable String pictureUrl) {}

    /**
     * Open reviews of one due day and campaign.
     *
     * @param waiting the asker may claim them; those whose lease ran out included
     * @param waitingForOthers the asker has looked at them before, or they are disputes, which managers settle
     */
    @Serdeable
    record QueueLineView(
            LocalDate dueDay,
            boolean provisional,
            String campaignNo,
            String campaignName,
            long waiting,
            long waitingForOthers,
            long claimed,
            long overdue) {}

    /** The queue in numbers. */
    @Serdeable
    record QueueView(List<QueueLineView> lines, long waiting, long waitingForOthers, long claimed, long overdue) {}

    /** One reason with its text, as reviewers choose from. */
    @Serdeable
    record RejectReasonView(String code, String text) {
        static RejectReasonView of(RejectReason reason, Language language) {
            return new RejectReasonView(reason.code(), language.pick(reason.zh(), reason.en()));
        }
    }

    /**
     * What became of one decision of many.
     *
     * @param problem code of the refusal; null when it was taken
     * @param title its short name, in the client's language
     * @param detail what happened and what to do, in the client's language
     * @param errors the fields at fault, if it is fields
     */
    @Serdeable
    record BulkOutcomeView(
            String no,
            boolean taken,
            @Nullable String problem,
            @Nullable String title,
            @Nullable String detail,
            List<ProblemBody.Field> errors) {
        static BulkOutcomeView taken(String no) {
            return new BulkOutcomeView(no, true, null, null, null, List.of());
        }

        static BulkOutcomeView refused(String no, ProblemBody why) {
            return new BulkOutcomeView(no, false, why.code(), why.title(), why.detail(), why.errors());
        }
    }

    /** One reviewer's work in a span of days. */
    @Serdeable
    record ReviewerFigureView(String reviewerNo, long accepted, long rejected, long late) {}
}
