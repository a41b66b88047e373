package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.tucai.campaign.Campaign;
import org.tucai.campaign.CampaignService;
import org.tucai.order.OrderService;
import org.tucai.order.PlaceOrder;
import org.tucai.platform.security.Actor;

/**
 * Where paying comes before shooting, a capture that takes photos has a live order, unpaid or paid, as long as its campaign lasts. Whatever
 * ends an order must go through this service; otherwise the student would be asked to pay without an order to pay.
 */
@Singleton
public class PayFirstService implements CaptureFollower {
    private static final List<CaptureStatus> MAY_OWE = Stream.of(CaptureStatus.values())
            .filter(s -> s.takesPhotos() || s == CaptureStatus.AWAITING_PAYMENT)
            .toList();

    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final InstantSource clock;

    PayFirstService(
            CaptureRepository captures,
            CaptureGate gate,
            CampaignService campaigns,
            OrderService orders,
            InstantSource clock) {
        this.captures = captures;
        this.gate = gate;
        this.campaigns = campaigns;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Places a missing order; moves the payment deadline of an unpaid one to the campaign's current end, and its prices to lower ones. If
     * payment no longer comes first, or the campaign is over, an unpaid order is cancelled: payment then comes with the photo. Safe to
     * repeat.
     */
    @Transactional
    public void ensureOrder(String captureNo) {
        ensureOrder(gate.lock(captureNo));
    }

    /**
     * The same for a capture that the caller has locked. A concurrent change of the campaign waits: its {@link PlaceOrdersJob} would not
     * find a capture that begins to take photos in this transaction, which would follow the former terms.
     */
    void ensureOrder(Capture capture) {
        if (capture.status().takesPhotos()) {
            Campaign campaign = campaigns.hold(capture.campaignNo());
            if (campaign.paysFirst() && !campaign.isOverAt(clock.instant())) {
                PlaceOrder wanted = Pricing.order(capture, campaign, null, clock.instant());
                orders.moveTimeToPay(orders.place(wanted), wanted.payBy(), Actor.SYSTEM);
            } else {
                orders.cancel(capture.no(), Actor.SYSTEM);
            }
        }
    }

    /** The next captures of a campaign that may have an order to pay, or need one, by number; empty when there is none. */
    @Transactional
    public List<String> mayOwe(String campaignNo, String after, int limit) {
        return captures.numbers(campaignNo, MAY_OWE, after, limit);
    }

    @Override
    public void onRejected(Capture capture) {
        ensureOrder(capture);
    }

    @Override
    public void onReturned(Capture capture) {
        ensureOrder(capture);
    }

    @Override
    public void onErratum(Capture capture) {
        ensureOrder(capture);
    }
}
