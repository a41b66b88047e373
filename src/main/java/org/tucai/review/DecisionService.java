package org.tucai.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.capture.CaptureService;
import org.tucai.platform.job.JobQueue;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** Decides claimed photos, and undoes decisions that have not taken effect. Lock order: the capture before its review. */
@Singleton
public class DecisionService {
    /** How long a decision may be undone before it is carried out. */
    static final Duration SECOND_THOUGHTS = Duration.ofSeconds(10);

    private final ReviewRepository reviews;
    private final ReviewLookRepository looks;
    private final ReviewGate gate;
    private final CaptureService captures;
    private final DecisionEffect effect;
    private final JobQueue jobs;
    private final InstantSource clock;

    DecisionService(
            ReviewRepository reviews,
            ReviewLookRepository looks,
            ReviewGate gate,
            CaptureService captures,
            DecisionEffect effect,
            JobQueue jobs,
            InstantSource clock) {
        this.reviews = reviews;
        this.looks = looks;
        this.gate = gate;
        this.captures = captures;
        this.effect = effect;
        this.jobs = jobs;
        this.clock = clock;
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
            return effect.carryOut(decided);
        }
        jobs.enqueue(ApplyReviewJob.TYPE, no, effective);
        return decided;
    }

    static void requireComplete(Ruling ruling) {
        if (!ruling.isComplete()) {
            throw new ProblemException(ReviewProblem.REASONS_NEEDED);
        }
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
        return gate.move(review, review.undone(now.plus(ReviewService.LEASE)), "undone", reviewer);
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
            effect.carryOut(review);
        }
    }
}
