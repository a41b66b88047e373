package org.tucai.review;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.CaptureMode;
import org.tucai.capture.Capture;
import org.tucai.capture.CaptureService;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;

/** Decides on-site photos while the student waits. */
@Singleton
public class OnSiteDecisionService {
    private final ReviewRepository reviews;
    private final ReviewGate gate;
    private final DecisionService decisions;
    private final CaptureService captures;
    private final CampaignService campaigns;
    private final InstantSource clock;

    OnSiteDecisionService(
            ReviewRepository reviews,
            ReviewGate gate,
            DecisionService decisions,
            CaptureService captures,
            CampaignService campaigns,
            InstantSource clock) {
        this.reviews = reviews;
        this.gate = gate;
        this.decisions = decisions;
        this.captures = captures;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * Decides an on-site photo in one step, without the queue; where four eyes are required, as the first of two.
     *
     * @throws ProblemException {@link ReviewProblem#HELD_BY_ANOTHER}, {@link ReviewProblem#REASONS_NEEDED}, {@link
     *     ReviewProblem#NOTHING_TO_DECIDE}, {@link ReviewProblem#CAPTURED_ELSEWHERE}
     */
    @Transactional
    public Review decide(String captureNo, Ruling ruling, Actor operator) {
        DecisionService.requireComplete(ruling); // first: an incomplete ruling is refused whether or not a photo waits
        Capture capture = captures.lock(captureNo);
        Review review = reviews.findByLiveCapture(captureNo)
                .filter(Review::onSite)
                .map(r -> gate.lock(r.no()))
                .orElseThrow(() -> nothingToDecide(capture));
        Instant now = clock.instant();
        if (!review.isHeldBy(operator.no(), now)) {
            if (!review.isFree(now) || !review.isFirstLook()) {
                throw new ProblemException(ReviewProblem.HELD_BY_ANOTHER);
            }
            gate.move(review, review.claimed(operator.no(), now.plus(ReviewService.LEASE)), "claimed", operator);
        }
        return decisions.decide(review.no(), ruling, operator);
    }

    /** For an on-site capture the refusal says why; 404 for any other. */
    private ProblemException nothingToDecide(Capture capture) {
        if (campaigns.require(capture.campaignNo()).mode() != CaptureMode.ON_SITE) {
            return PlatformProblem.notFound();
        }
        boolean elsewhere = captures.capturedElsewhere(List.of(capture)).contains(capture.no());
        return new ProblemException(elsewhere ? ReviewProblem.CAPTURED_ELSEWHERE : ReviewProblem.NOTHING_TO_DECIDE);
    }
}
