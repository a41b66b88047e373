package org.tucai.order;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.tucai.payment.Cashier;
import org.tucai.payment.GatewayException;
import org.tucai.platform.job.JobHandler;

/**
 * Ends an order that was not paid in time. The channel is asked first: a payment made in time whose callback is late must count.
 * While the channel does not answer, the order stays for {@link UnpaidOrders#PATIENCE} and then ends nevertheless; otherwise the student
 * could neither pay nor go on.
 */
@Singleton
class ExpireOrderJob implements JobHandler {
    static final String TYPE = "expire-order";

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
                if (!checkout.isOverdue(orderNo, UnpaidOrders.PATIENCE)) {
                    throw e;
                }
            }
            checkout.expire(orderNo);
        }
    }
}
