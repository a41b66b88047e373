package org.tucai.capture;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.campaign.Campaign;
import org.tucai.order.PlaceOrder;
import org.tucai.order.Prints;
import org.tucai.platform.money.Money;

/** What a capture costs in its campaign. */
final class Pricing {
    /** How long a submitted photo waits for its payment; never beyond the campaign's end. */
    private static final Duration PAY_WITHIN = Duration.ofHours(24);

    private Pricing() {}

    /** A payment before shooting holds nothing up, so it may be made as long as the campaign takes photos. */
    private static Instant payBy(Campaign campaign, Instant now) {
        Instant end = campaign.lastsUntil();
        Instant soon = now.plus(PAY_WITHIN);
        return campaign.paysFirst() || soon.isAfter(end) ? end : soon;
    }

    static PlaceOrder order(Capture capture, Campaign campaign, @Nullable Prints prints, Instant now) {
        return new PlaceOrder(
                capture.accountNo(),
                capture.no(),
                campaign.no(),
                Money.fen(campaign.feeMinor()),
                campaign.printsOffered() ? Money.fen(campaign.printPriceMinor()) : null,
                prints,
                payBy(campaign, now));
    }
}
