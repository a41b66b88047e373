package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.OnRejection;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/**
 * A capture is complete only once its order is paid (DOMAIN §1.6), so no photo is reviewed whose fee was given back by hand: it waits
 * for its payment anew. Call with the capture locked, in the transaction of the refund.
 */
@Singleton
class UnpaidReviews {
    private final CaptureGate gate;
    private final Followers followers;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final CaptureMessages messages;
    private final InstantSource clock;

    UnpaidReviews(
            CaptureGate gate,
            Followers followers,
            CampaignService campaigns,
            OrderService orders,
            CaptureMessages messages,
            InstantSource clock) {
        this.gate = gate;
        this.followers = followers;
        this.campaigns = campaigns;
        this.orders = orders;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Refuses to give a fee back that could not be paid anew: the photo would be lost with it.
     *
     * @throws ProblemException {@link CaptureProblem#PHOTO_IN_REVIEW}
     */
    void check(String captureNo) {
        Capture capture = gate.lock(captureNo);
        if (capture.status() == CaptureStatus.IN_REVIEW && !canBePaidAnew(capture)) {
            throw new ProblemException(CaptureProblem.PHOTO_IN_REVIEW);
        }
    }

    /**
     * Takes a photo out of the review, to be paid anew. It stays where nothing is to pay, as where the school pays by now; and where it
     * could not be paid anew, for money that a person has handed back already is not refused.
     */
    void leaveReview(String captureNo, Actor by) {
        Capture capture = gate.lock(captureNo);
        if (capture.status() != CaptureStatus.IN_REVIEW || !canBePaidAnew(capture)) {
            return;
        }
        Instant now = clock.instant();
        Campaign campaign = campaigns.require(capture.campaignNo());
        Order order = orders.place(Pricing.order(capture, campaign, null, now));
        if (!order.isPaid()) {
            Capture after = gate.move(capture, capture.awaitingPayment(now), "fee-given-back", by);
            followers.withdrawn(after, by);
            messages.payAnew(after, order.total());
        }
    }

    /**
     * Tells who may take a photo that it has to be paid anew, which a manager who gives the fee back brings about: it may have been told
     * to be free. Where the fee goes back because of a rejection, the student is told of that.
     */
    void warnBeforeTheNext(String captureNo, Actor by) {
        Capture capture = gate.lock(captureNo);
        Campaign campaign = campaigns.require(capture.campaignNo());
        boolean becauseOfARejection =
                capture.status() == CaptureStatus.REJECTED && campaign.onRejection() == OnRejection.REFUND;
        if (by.role() == Role.MANAGER
                && capture.status().takesPhotos()
                && !becauseOfARejection
                && campaign.feeMinor() > 0
                && !campaign.isOverAt(clock.instant())) {
            messages.payAgain(capture, campaign.fee());
        }
    }

    private boolean canBePaidAnew(Capture capture) {
        Campaign campaign = campaigns.hold(capture.campaignNo());
        return campaign.feeMinor() == 0 || !campaign.isOverAt(clock.instant());
    }
}
