package org.tucai.review;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.db.Row;
import org.tucai.platform.privacy.SealedText;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;
import org.tucai.workday.DueDate;

/**
 * One submitted photo in the queue.
 *
 * @param liveCapture the capture while the review is open, else null; unique, so a capture has at most one open review
 * @param stage 1 first look, 2 second look where four eyes are required, 3 the two disagreed and a manager decides
 * @param dueAt end of the last working day for the review, China time
 * @param provisional true when that day lies beyond the published calendars
 * @param claimedBy the reviewer's number while claimed, and while the decision may be undone
 * @param firstBy who looked first, where four eyes are required
 * @param decidedAs the role in which {@code decidedBy} decided
 * @param effectiveAt when the decision is carried out
 */
@Row
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

        @MappedProperty(converter = SealedText.class) @Nullable
        String note,

        @Nullable String decidedBy,
        @Nullable Role decidedAs,
        @Nullable Instant decidedAt,
        @Nullable Instant effectiveAt,
        boolean overdue,
        @Version int version) {
    private static final int FIRST_LOOK = 1;
    private static final int SECOND_LOOK = 2;
    private static final int MANAGER_LOOK = 3;

    boolean isFirstLook() {
        return stage == FIRST_LOOK;
    }

    boolean isSecondLook() {
        return stage == SECOND_LOOK;
    }

    /** Whether two reviewers disagreed, so that a manager settles it. */
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

    /** Whether that reviewer may look at its photo: holds it now, or made the decision that is not carried out yet. */
    boolean isVisibleTo(String reviewerNo, Instant now) {
        return isHeldBy(reviewerNo, now) || (status == ReviewStatus.DECIDED && reviewerNo.equals(claimedBy));
    }

    /** Whether it is overdue and not yet marked so. */
    boolean isLateAt(Instant now) {
        boolean open = status == ReviewStatus.WAITING || status == ReviewStatus.CLAIMED;
        return open && !overdue && dueAt.isBefore(now);
    }

    /** Whether it may be claimed: nobody holds it, or the lease has run out. */
    boolean isFree(Instant now) {
        return status == ReviewStatus.WAITING
                || (status == ReviewStatus.CLAIMED && leaseUntil != null && !leaseUntil.isAfter(now));
    }

    Review claimed(String reviewerNo, Instant until) {
        return undecided(ReviewStatus.CLAIMED)
                .claimedBy(reviewerNo)
                .leaseUntil(until)
                .build();
    }

    Review released() {
        return undecided(ReviewStatus.WAITING).build();
    }

    /** The first look is done: back into the queue for another reviewer. */
    Review lookedAt() {
        return undecided(ReviewStatus.WAITING)
                .stage(SECOND_LOOK)
                .firstBy(decidedBy)
                .firstDecision(decision)
                .build();
    }

    /** The two disagree: back into the queue for a manager. */
    Review disputed() {
        return undecided(ReviewStatus.WAITING).stage(MANAGER_LOOK).build();
    }

    Review decided(Actor reviewer, Ruling ruling, Instant at, Instant effective) {
        return moved(ReviewStatus.DECIDED)
                .claimedBy(reviewer.no())
                .leaseUntil(null)
                .decision(ruling.decision())
                .reasons(ruling.reasonNames())
                .note(ruling.note())
                .decidedBy(reviewer.no())
                .decidedAs(reviewer.role())
                .decidedAt(at)
                .effectiveAt(effective)
                .build();
    }

    Review undone(Instant leaseUntilNow) {
        return undecided(ReviewStatus.CLAIMED)
                .claimedBy(claimedBy)
                .leaseUntil(leaseUntilNow)
                .build();
    }

    Review effective() {
        return over(ReviewStatus.EFFECTIVE);
    }

    Review withdrawn() {
        return over(ReviewStatus.WITHDRAWN);
    }

    /** Who decided, in the role held at that time. */
    Actor decider() {
        if (decidedBy == null) {
            throw new IllegalStateException(no + " is not decided");
        }
        return new Actor(decidedAs == null ? Role.REVIEWER : decidedAs, decidedBy);
    }

    /** The same review with its due day recalculated; no longer marked overdue if that day is not over. */
    Review recounted(DueDate due, Instant now) {
        return ReviewBuilder.builder(this)
                .dueAt(due.at())
                .dueDay(due.day())
                .provisional(due.provisional())
                .overdue(overdue && !due.at().isAfter(now))
                .build();
    }

    /** What was decided. */
    Ruling ruling() {
        if (decision == null) {
            throw new IllegalStateException(no + " is not decided");
        }
        return new Ruling(decision, Ruling.named(reasons), note);
    }

    private Review over(ReviewStatus end) {
        return moved(end).liveCapture(null).claimedBy(null).leaseUntil(null).build();
    }

    /** Without claim and decision. */
    private ReviewBuilder undecided(ReviewStatus wanted) {
        return moved(wanted)
                .claimedBy(null)
                .leaseUntil(null)
                .decision(null)
                .reasons(null)
                .note(null)
                .decidedBy(null)
                .decidedAs(null)
                .decidedAt(null)
                .effectiveAt(null);
    }

    private ReviewBuilder moved(ReviewStatus wanted) {
        return ReviewBuilder.builder(this).status(status.to(wanted, no));
    }
}
