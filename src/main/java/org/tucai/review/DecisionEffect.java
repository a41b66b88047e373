package org.tucai.review;

import jakarta.inject.Singleton;
import org.tucai.campaign.CampaignService;
import org.tucai.capture.CaptureService;
import org.tucai.capture.NeedlessCaptureService;
import org.tucai.platform.security.Actor;

/** What a decision does once it can no longer be undone, in the caller's transaction, capture and review locked. */
@Singleton
class DecisionEffect {
    private final ReviewLookRepository looks;
    private final ReviewGate gate;
    private final CaptureService captures;
    private final NeedlessCaptureService needless;
    private final CampaignService campaigns;

    DecisionEffect(
            ReviewLookRepository looks,
            ReviewGate gate,
            CaptureService captures,
            NeedlessCaptureService needless,
            CampaignService campaigns) {
        this.looks = looks;
        this.gate = gate;
        this.captures = captures;
        this.needless = needless;
        this.campaigns = campaigns;
    }

    /**
     * Where four eyes are required, the first look passes the photo on, and a disagreement passes it to a manager. If the student was
     * captured in another campaign meanwhile, no second picture is accepted: the photo leaves the review.
     */
    Review carryOut(Review review) {
        Ruling ruling = review.ruling();
        boolean fourEyes = campaigns.require(review.campaignNo()).fourEyes();
        if (fourEyes && review.isFirstLook()) {
            return passOn(review, review.lookedAt(), "looked-at");
        }
        if (fourEyes && review.isSecondLook() && review.firstDecision() != ruling.decision()) {
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
