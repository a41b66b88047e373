package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.campaign.OnRejection;
import org.tucai.notification.MessageTemplate;
import org.tucai.order.Order;
import org.tucai.order.OrderService;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.security.Role;

/**
 * A capture is complete only once its order is paid (DOMAIN §1.6), so a photo whose fee was refunded by hand is not reviewed until it is
 * paid again. Call with the capture locked, in the transaction of the refund.
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
     * Refuses to refund a fee that could not be paid again, because the photo would be lost.
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
     * Takes a photo out of the review until it is paid again. It stays where nothing is to be paid, for example because the school pays
     * now; and where it could not be paid again, because a refund already made by hand cannot be refused.
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
            messages.money(after, MessageTemplate.PAY_ANEW, order.total());
        }
    }

    /**
     * Tells a student who may take a photo that it has to be paid again after a manager's refund: an earlier message may have called it
     * free. If the fee is refunded because of a rejection, the student is told with that.
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
            messages.money(capture, MessageTemplate.PAY_AGAIN, campaign.fee());
        }
    }

    private boolean canBePaidAnew(Capture capture) {
        Campaign campaign = campaigns.hold(capture.campaignNo());
        return campaign.feeMinor() == 0 || !campaign.isOverAt(clock.instant());
    }
}
