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
    /** How long an order waits for its payment, though never beyond the campaign. */
    private static final Duration PAY_WITHIN = Duration.ofHours(24);

    private Pricing() {}

    static PlaceOrder order(Capture capture, Campaign campaign, @Nullable Prints prints, Instant now) {
        return new PlaceOrder(
                capture.accountNo(),
                capture.no(),
                campaign.no(),
                Money.fen(campaign.feeMinor()),
                campaign.printsOffered() ? Money.fen(campaign.printPriceMinor()) : null,
                prints,
                now.plus(PAY_WITHIN));
    }
}
