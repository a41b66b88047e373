package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.payment.Cashier;
import org.tucai.payment.GatewayException;
import org.tucai.platform.job.JobHandler;

/**
 * Ends an order that was not paid in time. The channel is asked first: a payment made in time whose callback is late must count.
 * While the channel does not answer the order stays, as long as the channel would repeat its callbacks and longer (a day, DOMAIN §4);
 * then it ends all the same, or the student could neither pay nor go on: money that is heard of later goes back.
 */
@Singleton
class ExpireOrderJob implements JobHandler {
    static final String TYPE = "expire-order";

    private static final Duration PATIENCE = Duration.ofDays(2);

    private final CheckoutService checkout;
    private final Cashier cashier;

    ExpireOrderJob(CheckoutService checkout, Cashier cashier) {
        this.checkout = checkout;
        this.cashier = cashier;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String orderNo) {
        if (checkout.isOverdue(orderNo, Duration.ZERO)) {
            try {
                cashier.takeBack(orderNo);
            } catch (GatewayException e) {
                if (!checkout.isOverdue(orderNo, PATIENCE)) {
                    throw e;
                }
            }
            checkout.expire(orderNo);
        }
    }
}
