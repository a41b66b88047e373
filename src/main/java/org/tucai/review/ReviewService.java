package org.tucai.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.capture.NeedlessCaptureService;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** What reviewers do: claim, release, decide, undo. Lock order: the capture before its review. */
@Singleton
public class ReviewService {
    /** The most a reviewer may claim at once. */
    public static final int MOST_CLAIMED = 50;

    static final Duration LEASE = Duration.ofMinutes(15);

    /** How long a decision may be undone before it is carried out. */
    static final Duration SECOND_THOUGHTS = Duration.ofSeconds(10);

    private static final int FIRST_LOOK = 1;
    private static final int SECOND_LOOK = 2;

    private final ReviewRepository reviews;
    private final ReviewLookRepository looks;
    private final ReviewGate gate;
    private final CaptureService captures;
    private final NeedlessCaptureService needless;
    private final CampaignService campaigns;
    private final JobQueue jobs;
    private final InstantSource clock;

    ReviewService(
            ReviewRepository reviews,
            ReviewLookRepository looks,
            ReviewGate gate,
            CaptureService captures,
            NeedlessCaptureService needless,
            CampaignService campaigns,
            JobQueue jobs,
            InstantSource clock) {
        this.reviews = reviews;
        this.looks = looks;
        this.gate = gate;
        this.captures = captures;
        this.needless = needless;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Claims the next photos, the soonest due first. Concurrent claims never get the same one.
     *
     * @throws ProblemException {@link PlatformProblem#NOT_FOUND} when there is no such campaign
     */
    @Transactional
    public List<Review> claim(int count, @Nullable String campaignNo, Actor reviewer) {
        if (campaignNo != null) {
            campaigns.require(campaignNo); // otherwise an unknown one would look empty
        }
        Instant now = clock.instant();
        int wanted = Math.min(count, MOST_CLAIMED);
        boolean manager = reviewer.role() == Role.MANAGER;
        return Stream.concat(
                        reviews.waiting(reviewer.no(), manager, campaignNo, wanted).stream(),
                        reviews.lapsed(reviewer.no(), manager, campaignNo, now, wanted).stream())
                .sorted(Comparator.comparing(Review::dueAt).thenComparing(r -> Objects.requireNonNull(r.id())))
                .limit(wanted)
                .map(r -> gate.move(r, r.claimed(reviewer.no(), now.plus(LEASE)), "claimed", reviewer))
                .toList();
    }

    /** What the reviewer holds, including decisions that may still be undone. */
    @Transactional
    public List<Review> heldBy(Actor reviewer) {
        Instant now = clock.instant();
        return reviews.heldBy(reviewer.no()).stream()
                .filter(r -> r.isVisibleTo(reviewer.no(), now))
                .toList();
    }

    /** A review the caller may look into, as a manager or by {@link Review#isVisibleTo}; 404 for any other. */
    @Transactional
    public Review requireVisible(String no, Actor reviewer) {
        return reviews.findByNo(no)
                .filter(r -> reviewer.role() == Role.MANAGER || r.isVisibleTo(reviewer.no(), clock.instant()))
                .orElseThrow(PlatformProblem::notFound);
    }

    /** What the two reviewers who disagreed said, for the manager who settles it; empty for anybody else, and while nothing is disputed. */
    List<ReviewLook> looks(Review review, Actor reader) {
        return review.isDisputed() && reader.role() == Role.MANAGER
                ? looks.findByReviewNoOrderById(review.no())
                : List.of();
    }

    /**
     * Returns a claimed photo to the queue; one no longer held is left as it is.
     *
     * @throws ProblemException {@link ReviewProblem#CLAIM_LAPSED} when the reviewer has decided it: a decision is undone, not released
     */
    @Transactional
    public void release(String no, Actor reviewer) {
        Review review = gate.lock(no);
        boolean decided = review.status() == ReviewStatus.DECIDED || review.status() == ReviewStatus.EFFECTIVE;
        if (decided && reviewer.no().equals(review.decidedBy())) {
            throw new ProblemException(ReviewProblem.CLAIM_LAPSED);
        }
        if (review.status() == ReviewStatus.CLAIMED && reviewer.no().equals(review.claimedBy())) {
            gate.move(review, review.released(), "released", reviewer);
        }
    }

    /** Decides a claimed photo. Online it takes effect after ten seconds, on site at once. */
    @Transactional
    public Review decide(String no, Ruling ruling, Actor reviewer) {
        requireComplete(ruling);
        Review seen = reviews.findByNo(no).orElseThrow(PlatformProblem::notFound);
        if (seen.onSite()) {
            captures.lock(seen.captureNo());
        }
        Review review = gate.lock(no);
        Instant now = clock.instant();
        if (!review.isHeldBy(reviewer.no(), now) || (review.isDisputed() && reviewer.role() != Role.MANAGER)) {
            throw new ProblemException(ReviewProblem.CLAIM_LAPSED);
        }
        Instant effective = review.onSite() ? now : now.plus(SECOND_THOUGHTS);
        Review decided = gate.move(review, review.decided(reviewer, ruling, now, effective), "decided", reviewer);
        if (review.onSite()) {
            return carryOut(decided);
        }
        jobs.enqueue(ApplyReviewJob.TYPE, no, effective);
        return decided;
    }

    private static void requireComplete(Ruling ruling) {
        if (!ruling.isComplete()) {
            throw new ProblemException(ReviewProblem.REASONS_NEEDED);
        }
    }

    /**
     * Decides an on-site photo in one step, without the queue; where four eyes are required, as the first of two.
     *
     * @throws ProblemException {@link ReviewProblem#HELD_BY_ANOTHER}, {@link ReviewProblem#REASONS_NEEDED}, {@link
     *     ReviewProblem#NOTHING_TO_DECIDE}, {@link ReviewProblem#CAPTURED_ELSEWHERE}
     */
    @Transactional
    public Review decideOnSite(String captureNo, Ruling ruling, Actor operator) {
        requireComplete(ruling); // first: an incomplete ruling is refused whether or not a photo waits
        Capture capture = captures.lock(captureNo);
        Review review = reviews.findByLiveCapture(captureNo)
                .filter(Review::onSite)
                .map(r -> gate.lock(r.no()))
                .orElseThrow(() -> nothingToDecide(capture));
        Instant now = clock.instant();
        if (!review.isHeldBy(operator.no(), now)) {
            if (!review.isFree(now) || review.stage() != FIRST_LOOK) {
                throw new ProblemException(ReviewProblem.HELD_BY_ANOTHER);
            }
            gate.move(review, review.claimed(operator.no(), now.plus(LEASE)), "claimed", operator);
        }
        return decide(review.no(), ruling, operator);
    }

    /** For an on-site capture the refusal says why; 404 for any other. */
    private ProblemException nothingToDecide(Capture capture) {
        if (campaigns.require(capture.campaignNo()).mode() != CaptureMode.ON_SITE) {
            return PlatformProblem.notFound();
        }
        boolean elsewhere = captures.capturedElsewhere(List.of(capture)).contains(capture.no());
        return new ProblemException(elsewhere ? ReviewProblem.CAPTURED_ELSEWHERE : ReviewProblem.NOTHING_TO_DECIDE);
    }

    /** Takes back the reviewer's own last decision before it takes effect. */
    @Transactional
    public Review undo(String no, Actor reviewer) {
        Review review = gate.lock(no);
        if (review.status() == ReviewStatus.WITHDRAWN) { // whatever was decided never took effect
            throw new ProblemException(ReviewProblem.NOT_YOUR_DECISION);
        }
        if (!reviewer.no().equals(review.decidedBy())) {
            boolean passedOn = looks.findByReviewNoOrderById(no).stream()
                    .anyMatch(look -> look.reviewerNo().equals(reviewer.no()));
            throw new ProblemException(passedOn ? ReviewProblem.TOO_LATE_TO_UNDO : ReviewProblem.NOT_YOUR_DECISION);
        }
        Instant now = clock.instant();
        boolean open = review.status() == ReviewStatus.DECIDED
                && review.effectiveAt() != null
                && now.isBefore(review.effectiveAt());
        if (!open) {
            throw new ProblemException(ReviewProblem.TOO_LATE_TO_UNDO);
        }
        return gate.move(review, review.undone(now.plus(LEASE)), "undone", reviewer);
    }

    /**
     * Carries out a decision whose ten seconds are over. If it is too early, because the clock was set back, it is enqueued again. Safe to
     * repeat; undone or withdrawn decisions are left alone.
     */
    @Transactional
    public void apply(String no) {
        Review seen = reviews.findByNo(no).orElseThrow(PlatformProblem::notFound);
        captures.lock(seen.captureNo());
        Review review = gate.lock(no);
        Instant effective = review.effectiveAt();
        if (review.status() != ReviewStatus.DECIDED || effective == null) {
            return;
        }
        if (effective.isAfter(clock.instant())) {
            jobs.enqueue(ApplyReviewJob.TYPE, no, effective);
        } else {
            carryOut(review);
        }
    }

    /**
     * Where four eyes are required, the first look passes the photo on, and a disagreement passes it to a manager. If the student was
     * captured in another campaign meanwhile, no second picture is accepted: the photo leaves the review.
     */
    private Review carryOut(Review review) {
        Ruling ruling = review.ruling();
        boolean fourEyes = campaigns.require(review.campaignNo()).fourEyes();
        if (fourEyes && review.stage() == FIRST_LOOK) {
            return passOn(review, review.lookedAt(), "looked-at");
        }
        if (fourEyes && review.stage() == SECOND_LOOK && review.firstDecision() != ruling.decision()) {
            return passOn(review, review.disputed(), "disputed");
        }
        if (ruling.decision() == Decision.ACCEPT && needless.endInsteadOfAcceptance(review.captureNo())) {
            return gate.lock(review.no());
        }
        Actor by = review.decider();
        Review done = gate.move(review, review.effective(), "carried-out", by);
        switch (ruling.decision()) {
            case ACCEPT -> captures.accept(review.captureNo(), by);
            case REJECT -> captures.reject(review.captureNo(), ruling.reasons(), ruling.note(), by);
        }
        return done;
    }

    private Review passOn(Review review, Review waiting, String cause) {
        looks.save(ReviewLook.of(review));
        return gate.move(review, waiting, cause, review.decider());
    }
}
