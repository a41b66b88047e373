package org.tucai.capture;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.CampaignService;
import org.tucai.order.OrderService;
import org.tucai.order.RefundReason;
import org.tucai.order.UnpaidOrders;
import org.tucai.platform.security.Actor;

/** Ends captures whose campaign is over, and forgets settled ones that nobody needs any longer. */
@Singleton
public class ExpiryService {
    static final List<CaptureStatus> ENDING = Stream.of(CaptureStatus.values())
            .filter(CaptureStatus::endsWithCampaign)
            .toList();

    /** Shortest time between the authority's answer and forgetting, whatever the campaign says. */
    static final Duration SHORTEST = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    private final CaptureRepository captures;
    private final CaptureGate gate;
    private final Forgetting forgetting;
    private final PhotoBin bin;
    private final CampaignService campaigns;
    private final OrderService orders;
    private final CaptureMessages messages;
    private final InstantSource clock;

    ExpiryService(
            CaptureRepository captures,
            CaptureGate gate,
            Forgetting forgetting,
            PhotoBin bin,
            CampaignService campaigns,
            OrderService orders,
            CaptureMessages messages,
            InstantSource clock) {
        this.captures = captures;
        this.gate = gate;
        this.forgetting = forgetting;
        this.bin = bin;
        this.campaigns = campaigns;
        this.orders = orders;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The next captures that the closing of a campaign ends, by number; empty when there is none.
     *
     * @param after the number to go on from; empty at first
     */
    @Transactional
    public List<String> ending(String campaignNo, String after, int limit) {
        return captures.numbers(campaignNo, ENDING, after, limit);
    }

    /**
     * Whether there may be an unconfirmed payment made before the campaign closed. A channel's answer after {@link UnpaidOrders#PATIENCE}
     * comes too late for the photo, which must not be kept for ever.
     */
    @Transactional
    public boolean mayHaveBeenPaid(String campaignNo) {
        Instant closedAt = campaigns.require(campaignNo).closedAt();
        return closedAt != null && clock.instant().isBefore(closedAt.plus(UnpaidOrders.PATIENCE));
    }

    /** Ends one capture: unpaid orders are cancelled, paid ones refunded, photos and facts deleted. Safe to repeat. */
    @Transactional
    public void expire(String no) {
        Capture capture = gate.lock(no);
        if (!capture.status().endsWithCampaign()
                || !campaigns.require(capture.campaignNo()).isOverAt(clock.instant())) {
            return;
        }
        orders.cancel(no, Actor.SYSTEM);
        orders.refund(no, RefundReason.CAMPAIGN_CLOSED, Actor.SYSTEM);
        Capture after = gate.move(capture, capture.expired(clock.instant()), "expired", Actor.SYSTEM);
        messages.expired(after);
        forgetting.forget(after);
    }

    /** Lets a capture wait for the channel to say whether it was paid; its time to pay ends. Safe to repeat. */
    @Transactional
    public void await(String no) {
        gate.lock(no);
        orders.endTimeToPay(no, Actor.SYSTEM);
    }

    /**
     * Once all captures of a closed campaign have ended, deletes in batches what was kept of those given up earlier. Safe to repeat.
     *
     * @param after the number to go on from; empty at first
     * @return the number to continue after; null when nothing is left
     */
    @Transactional
    public @Nullable String ended(String campaignNo, String after) {
        List<String> some = captures.forgotten(campaignNo, after, AT_ONCE);
        if (some.isEmpty()) {
            captures.forgetTries(campaignNo);
            bin.forgetRemembered(campaignNo);
            return null;
        }
        bin.emptyRest(some);
        return some.getLast();
    }

    /**
     * Forgets a settled capture unless a hold still needs it.
     *
     * @param patience how long to wait for the authority's answer to a forwarded picture
     */
    @Transactional
    public void forgetSettled(String no, Duration patience, Collection<RetentionHold> holds) {
        Capture capture = gate.lock(no);
        Instant settledAt = settledAt(capture, patience);
        if (settledAt != null
                && isOver(capture, settledAt)
                && capture.factsSealed() != null
                && holds.stream().noneMatch(h -> h.holds(capture, settledAt))) {
            messages.forgotten(capture);
            forgetting.forget(capture);
        }
    }

    private static @Nullable Instant settledAt(Capture capture, Duration patience) {
        return capture.status() == CaptureStatus.FORWARDED ? capture.changedAt().plus(patience) : capture.verifiedAt();
    }

    /** {@link #SHORTEST} also applies to an answer that arrived after the picture was listed as unanswered. */
    private boolean isOver(Capture capture, Instant settledAt) {
        Duration time = capture.status() == CaptureStatus.VERIFIED ? SHORTEST : Duration.ZERO;
        return !settledAt.plus(time).isAfter(clock.instant());
    }
}
