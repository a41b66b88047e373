package org.tucai.review;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToLongFunction;
import org.tucai.capture.PhotoStatus;
import org.tucai.capture.RejectReason;
import org.tucai.capture.web.CaptureView;
import org.tucai.capture.web.PhotoView;
import org.tucai.platform.problem.ProblemBody;
import org.tucai.platform.web.Language;

/** Reviews as reviewers see them. */
final class ReviewViews {
    private ReviewViews() {}

    /**
     * The review of one photo.
     *
     * @param stage 1 for the first review, 2 for the second under the four-eyes rule, 3 for a manager's where these two disagree
     * @param submittedAt when the photo entered the review
     * @param dueAt the end of the last day, that is, the first instant of the following day
     * @param dueDay the last day, for display
     * @param provisional true while the working-day calendar of that year is not yet published
     * @param leaseUntil until when the claim holds; null if it is not claimed
     * @param pictureUrl URL of the standard picture; add {@code ?width=120} or {@code 240} for a grid
     * @param undoUntil when the decision takes effect and can no longer be undone; null while undecided
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
     * Everything needed for a decision.
     *
     * @param facts null if they cannot be read
     * @param factsUnreadable true if the facts are kept but cannot be read, because the row is damaged or its key is missing: the unit has to
     *     restore them from its backup
     * @param photo the photo with its report, including the regions at fault
     * @param originalUrl URL of the upload that the picture was cut from; null once deleted
     * @param earlier the capture's earlier photos, newest first
     * @param rejections why earlier photos were rejected
     * @param looks the two decisions that disagree, oldest first; only for the manager who settles the dispute, otherwise empty
     * @param alike photos that look the same, from the school's other captures or rejected in this one
     */
    @Serdeable
    record ReviewDetailView(
            ReviewView review,
            CaptureView.@Nullable FactsView facts,
            boolean factsUnreadable,
            PhotoView photo,
            @Nullable String originalUrl,
            List<PhotoView> earlier,
            List<CaptureView.RejectionView> rejections,
            List<LookView> looks,
            List<AlikeView> alike) {}

    /**
     * One reviewer's decision under the four-eyes rule.
     *
     * @param reviewerName display name of the reviewer, also of one who has left
     * @param reasons reasons from the list of reject reasons; empty with ACCEPT
     * @param note the reviewer's own words
     */
    @Serdeable
    record LookView(
            String reviewerNo,
            @Nullable String reviewerName,
            Decision decision,
            List<RejectReasonView> reasons,
            @Nullable String note,
            OffsetDateTime lookedAt) {}

    /**
     * A photo that looks the same, from another capture or rejected in this one: a reason to look closely.
     *
     * @param sameFile whether the upload is the same file
     * @param sameAccount whether both belong to one account, as when one person has two enrolments
     * @param pictureUrl URL of the standard picture; null once deleted
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
     * Open reviews of one campaign with one due day.
     *
     * @param provisional true while the working-day calendar of that year is not yet published
     * @param waiting reviews the caller may claim, including those whose lease has expired
     * @param waitingForOthers reviews the caller may not claim: the next two together
     * @param waitingForSecond reviews the caller has done under the four-eyes rule, which another reviewer has to do too
     * @param waitingForManager disputes between two reviewers, which a manager settles who was neither of them
     * @param claimed reviews that somebody is working on, the caller included
     * @param overdue how many of all these are past their due day
     */
    @Serdeable
    record QueueLineView(
            LocalDate dueDay,
            boolean provisional,
            String campaignNo,
            String campaignName,
            String schoolName,
            long waiting,
            long waitingForOthers,
            long waitingForSecond,
            long waitingForManager,
            long claimed,
            long overdue) {}

    /** Queue totals, counted as in {@link QueueLineView}, and the figures by due day and campaign. */
    @Serdeable
    record QueueView(
            List<QueueLineView> lines,
            long waiting,
            long waitingForOthers,
            long waitingForSecond,
            long waitingForManager,
            long claimed,
            long overdue) {
        static QueueView of(List<QueueLineView> lines) {
            return new QueueView(
                    lines,
                    sum(lines, QueueLineView::waiting),
                    sum(lines, QueueLineView::waitingForOthers),
                    sum(lines, QueueLineView::waitingForSecond),
                    sum(lines, QueueLineView::waitingForManager),
                    sum(lines, QueueLineView::claimed),
                    sum(lines, QueueLineView::overdue));
        }

        private static long sum(List<QueueLineView> lines, ToLongFunction<QueueLineView> figure) {
            return lines.stream().mapToLong(figure).sum();
        }
    }

    /** A reject reason that reviewers can choose, with its text. */
    @Serdeable
    record RejectReasonView(String code, String text) {
        static RejectReasonView of(RejectReason reason, Language language) {
            return new RejectReasonView(reason.code(), reason.text(language));
        }
    }

    /**
     * The outcome of one decision in a bulk request.
     *
     * @param problem problem code of the refusal; null if the decision was taken
     * @param title title of the problem, in the client's language
     * @param detail what happened and what to do, in the client's language
     * @param errors the fields at fault; empty if none are
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

    /**
     * One reviewer's decisions in a period.
     *
     * @param reviewerName display name of the reviewer, also of one who has left
     * @param late how many of these were taken after the due day
     * @param passedOn decisions under the four-eyes rule that passed the photo on: first ones, and second ones that disagreed
     */
    @Serdeable
    record ReviewerFigureView(
            String reviewerNo, @Nullable String reviewerName, long accepted, long rejected, long late, long passedOn) {}
}
