package org.tucai.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;

/**
 * A request to place an order.
 *
 * @param fee the capture fee, zero when the school pays
 * @param printPrice price of one print; null when the campaign offers none
 * @param prints extra prints wanted now; null for none. The student may change them until paying
 * @param payBy when the order expires unpaid
 */
public record PlaceOrder(
        String accountNo,
        String captureNo,
        String campaignNo,
        Money fee,
        @Nullable Money printPrice,
        @Nullable Prints prints,
        Instant payBy) {
    /** The same for a capture whose fee was paid before: it costs no more than then. */
    PlaceOrder costingAtMost(Money paidBefore) {
        return fee.minor() <= paidBefore.minor()
                ? this
                : new PlaceOrder(accountNo, captureNo, campaignNo, paidBefore, printPrice, prints, payBy);
    }
}
