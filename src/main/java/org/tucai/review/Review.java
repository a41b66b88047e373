package org.tucai.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.workday.DueDate;

/**
 * One submitted photo in the queue.
 *
 * @param liveCapture the capture while the review is open, else null; unique, so a capture is reviewed once at a time
 * @param stage 1 first look, 2 second of four eyes, 3 the two disagreed and a manager decides
 * @param dueAt end of the fifth working day, China time
 * @param provisional true when that day lies beyond the published calendars
 * @param claimedBy the reviewer's number while claimed, and of a decision that may be undone
 * @param firstBy who looked first, where four eyes are asked for
 * @param decidedAs in which role {@code decidedBy} decided
 * @param effectiveAt when the decision is carried out
 */
@MappedEntity("review")
public record Review(
        @Id @GeneratedValue @Nullable Long id,
        String no,
        String captureNo,
        @Nullable String liveCapture,
        String photoNo,
        String campaignNo,
        boolean onSite,
        ReviewStatus status,
        int stage,
        Instant submittedAt,
        Instant dueAt,
        LocalDate dueDay,
        boolean provisional,
        @Nullable String claimedBy,
        @Nullable Instant leaseUntil,
        @Nullable String firstBy,
        @Nullable Decision firstDecision,
        @Nullable Decision decision,
        @Nullable String reasons,
        @Nullable String note,
        @Nullable String decidedBy,
        @Nullable Role decidedAs,
        @Nullable Instant decidedAt,
        @Nullable Instant effectiveAt,
        boolean overdue,
        @Version int version) {
    private static final int SECOND_LOOK = 2;
    private static final int MANAGER_LOOK = 3;

    /** Whether two disagreed about it, so that a manager settles it. */
    boolean isDisputed() {
        return stage == MANAGER_LOOK;
    }

    /** Whether that reviewer holds it now. */
    boolean isHeldBy(String reviewerNo, Instant now) {
        return status == ReviewStatus.CLAIMED
                && reviewerNo.equals(claimedBy)
                && leaseUntil != null
                && leaseUntil.isAfter(now);
    }

    /** Whether that reviewer may look at its photo: held now, or decided by that reviewer and not carried out yet. */
    boolean isVisibleTo(String reviewerNo, Instant now) {
        return isHeldBy(reviewerNo, now) || (status == ReviewStatus.DECIDED && reviewerNo.equals(claimedBy));
    }

    /** Whether it is late and not marked so. */
    boolean isLateAt(Instant now) {
        boolean open = status == ReviewStatus.WAITING || status == ReviewStatus.CLAIMED;
        return open && !overdue && dueAt.isBefore(now);
    }

    /** Whether anybody may claim it. */
    boolean isFree(Instant now) {
        return status == ReviewStatus.WAITING
                || (status == ReviewStatus.CLAIMED && leaseUntil != null && !leaseUntil.isAfter(now));
    }

    Review claimed(String reviewerNo, Instant until) {
        return copy(to(ReviewStatus.CLAIMED), stage, reviewerNo, until, firstBy, firstDecision, null, null);
    }

    Review released() {
        return copy(to(ReviewStatus.WAITING), stage, null, null, firstBy, firstDecision, null, null);
    }

    /** The first of four eyes has looked: back into the queue for somebody else. */
    Review lookedAt() {
        return copy(to(ReviewStatus.WAITING), SECOND_LOOK, null, null, decidedBy, decision, null, null);
    }

    /** The two disagree: back into the queue for a manager. */
    Review disputed() {
        return copy(to(ReviewStatus.WAITING), MANAGER_LOOK, null, null, firstBy, firstDecision, null, null);
    }

    Review decided(Actor reviewer, Ruling ruling, Instant at, Instant effective) {
        return copy(
                to(ReviewStatus.DECIDED),
                stage,
                reviewer.no(),
                null,
                firstBy,
                firstDecision,
                ruling,
                new Moment(reviewer, at, effective));
    }

    Review undone(Instant leaseUntilNow) {
        return copy(to(ReviewStatus.CLAIMED), stage, claimedBy, leaseUntilNow, firstBy, firstDecision, null, null);
    }

    Review effective() {
        return over(to(ReviewStatus.EFFECTIVE));
    }

    Review withdrawn() {
        return over(to(ReviewStatus.WITHDRAWN));
    }

    /** Who decided, in the role of that time. */
    Actor decider() {
        if (decidedBy == null) {
            throw new IllegalStateException(no + " is not decided");
        }
        return new Actor(decidedAs == null ? Role.REVIEWER : decidedAs, decidedBy);
    }

    /** The same question with its due day counted anew; one that is not late any more is not marked so. */
    Review recounted(DueDate due, Instant now) {
        return new Review(
                id,
                no,
                captureNo,
                liveCapture,
                photoNo,
                campaignNo,
                onSite,
                status,
                stage,
                submittedAt,
                due.at(),
                due.day(),
                due.provisional(),
                claimedBy,
                leaseUntil,
                firstBy,
                firstDecision,
                decision,
                reasons,
                note,
                decidedBy,
                decidedAs,
                decidedAt,
                effectiveAt,
                overdue && !due.at().isAfter(now),
                version);
    }

    /** What was decided. */
    Ruling ruling() {
        if (decision == null) {
            throw new IllegalStateException(no + " is not decided");
        }
        return new Ruling(decision, Ruling.named(reasons), note);
    }

    private ReviewStatus to(ReviewStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw new IllegalStateException(no + ": " + status + " does not lead to " + wanted);
        }
        return wanted;
    }

    private record Moment(Actor by, Instant at, Instant effective) {}

    private Review over(ReviewStatus end) {
        return new Review(
                id,
                no,
                captureNo,
                null,
                photoNo,
                campaignNo,
                onSite,
                end,
                stage,
                submittedAt,
                dueAt,
                dueDay,
                provisional,
                null,
                null,
                firstBy,
                firstDecision,
                decision,
                reasons,
                note,
                decidedBy,
                decidedAs,
                decidedAt,
                effectiveAt,
                overdue,
                version);
    }

    private Review copy(
            ReviewStatus newStatus,
            int newStage,
            @Nullable String holder,
            @Nullable Instant lease,
            @Nullable String first,
            @Nullable Decision firstSaid,
            @Nullable Ruling ruling,
            @Nullable Moment moment) {
        return new Review(
                id,
                no,
                captureNo,
                liveCapture,
                photoNo,
                campaignNo,
                onSite,
                newStatus,
                newStage,
                submittedAt,
                dueAt,
                dueDay,
                provisional,
                holder,
                lease,
                first,
                firstSaid,
                ruling == null ? null : ruling.decision(),
                ruling == null ? null : ruling.reasonNames(),
                ruling == null ? null : ruling.note(),
                moment == null ? null : moment.by().no(),
                moment == null ? null : moment.by().role(),
                moment == null ? null : moment.at(),
                moment == null ? null : moment.effective(),
                overdue,
                version);
    }
}
