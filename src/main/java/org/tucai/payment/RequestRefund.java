package org.tucai.payment;

import org.jspecify.annotations.Nullable;
import org.tucai.platform.money.Money;
import org.tucai.platform.security.Actor;

/**
 * A request to give money back.
 *
 * @param amount above zero
 * @param reason what the payer reads, cut to 80 characters
 * @param by who asks; a person's request may be vetoed, the program's may not
 * @param leftOutMinor in fen, what of the payment is kept on purpose while all the rest is promised back; 0 if nothing is, or more is to follow
 * @param key the Idempotency-Key of the request: the same key from the same caller means the same refund; null without one
 */
public record RequestRefund(
        String paymentNo,
        Money amount,
        long leftOutMinor,
        String reason,
        Actor by,
        @Nullable String key) {
    /** A request by a person. */
    public RequestRefund(String paymentNo, Money amount, String reason, Actor by, @Nullable String key) {
        this(paymentNo, amount, 0, reason, by, key);
    }

    /** A request by the program. */
    public RequestRefund(String paymentNo, Money amount, String reason, Actor by) {
        this(paymentNo, amount, 0, reason, by, null);
    }

    /** The same, for all of the payment except for this. */
    public RequestRefund leavingOut(long minor) {
        return new RequestRefund(paymentNo, amount, minor, reason, by, key);
    }
}
