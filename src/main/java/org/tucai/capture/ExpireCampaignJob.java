package org.tucai.capture;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tucai.order.UnpaidOrders;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.LocalJob;

/**
 * Ends all captures of a closed campaign without an accepted photo, each in its own transaction. A failure does not stop the others; the
 * job then fails and is retried for the rest. Only the payment channel knows whether a payment that was begun has been made: while it does
 * not answer, the capture is left for the next run, as long as {@link ExpiryService#mayHaveBeenPaid} holds.
 */
@Singleton
class ExpireCampaignJob implements LocalJob {
    static final String TYPE = "expire-campaign";

    private final ExpiryService expiry;
    private final UnpaidOrders unpaid;

    ExpireCampaignJob(ExpiryService expiry, UnpaidOrders unpaid) {
        this.expiry = expiry;
        this.unpaid = unpaid;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean waitsOut(Throwable failure) {
        return failure instanceof ChannelSilent;
    }

    @Override
    public void run(String campaignNo) {
        boolean patient = expiry.mayHaveBeenPaid(campaignNo);
        UnpaidOrders.Round round = unpaid.round();
        AtomicInteger left = new AtomicInteger();
        EachOne.of(TYPE, (after, limit) -> expiry.ending(campaignNo, after, limit), captureNo -> {
            // a student who has paid is in time: a late callback must not cost the photo
            if (round.takeBack(captureNo) || !patient) {
                expiry.expire(captureNo);
            } else {
                expiry.await(captureNo);
                left.incrementAndGet();
            }
        });
        if (left.get() > 0) {
            throw new ChannelSilent(left.get());
        }
        @Nullable String reached = "";
        while (reached != null) {
            reached = expiry.ended(campaignNo, reached);
        }
    }

    /** The captures left wait for the payment channel. */
    private static final class ChannelSilent extends RuntimeException {
        ChannelSilent(int left) {
            super(TYPE + ": the payment channel is silent about " + left);
        }
    }
}
