package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;

/** What a student can order prints for, and whether at all: before a button for them is shown. */
@Singleton
public class PrintOffer {
    private final OrderLines lines;
    private final SentPrints sent;

    PrintOffer(OrderLines lines, SentPrints sent) {
        this.lines = lines;
        this.sent = sent;
    }

    /**
     * Prices of prints.
     *
     * @param each of one print
     * @param express postage of all prints of an order
     */
    public record Prices(Money each, Money express) {}

    /**
     * The prices at which prints can be added to the order of a capture, or changed; null if they cannot.
     *
     * @param newest the capture's newest order; null if it has none
     * @param now when the order would be paid
     */
    public @Nullable Prices onUnpaid(@Nullable Order newest, Instant now) {
        if (newest == null || !newest.isPayableAt(now)) {
            return null;
        }
        Long each = newest.printMinor();
        return each == null ? null : prices(Money.fen(each));
    }

    /**
     * The prices at which prints can be ordered with a submission; null if they cannot. A paid order takes none, unless those of it were
     * sent: the next are ordered anew.
     *
     * @param newest the capture's newest order; null if it has none
     * @param each the campaign's price of one print; null if it offers none
     */
    public @Nullable Prices withSubmission(@Nullable Order newest, @Nullable Money each, Instant now) {
        if (newest != null && newest.status() == OrderStatus.AWAITING_PAYMENT) {
            return onUnpaid(newest, now);
        }
        boolean taken = newest != null && newest.isPaid() && !sent.were(newest);
        return each == null || taken ? null : prices(each);
    }

    private Prices prices(Money each) {
        return new Prices(each, lines.expressFee());
    }
}
