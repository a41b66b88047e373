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
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/** How reviewers get the photos that they judge: claim, look at what they hold, release. */
@Singleton
public class ReviewService {
    /** The most a reviewer may claim at once. */
    public static final int MOST_CLAIMED = 50;

    static final Duration LEASE = Duration.ofMinutes(15);

    private final ReviewRepository reviews;
    private final ReviewLookRepository looks;
    private final ReviewGate gate;
    private final CampaignService campaigns;
    private final InstantSource clock;

    ReviewService(
            ReviewRepository reviews,
            ReviewLookRepository looks,
            ReviewGate gate,
            CampaignService campaigns,
            InstantSource clock) {
        this.reviews = reviews;
        this.looks = looks;
        this.gate = gate;
        this.campaigns = campaigns;
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
}
