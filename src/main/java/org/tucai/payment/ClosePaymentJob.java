package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.platform.job.JobHandler;

/**
 * Takes back a payment that is no longer wanted. When money was faster, that is what gets recorded. While the channel does not answer it
 * is tried on; once the payment's time is over {@link CheckOpenPaymentsJob} does that for all such payments together, and no person has to
 * start anything again.
 */
@Singleton
class ClosePaymentJob implements JobHandler {
    static final String TYPE = "close-payment";

    private final PaymentRepository payments;
    private final PaymentService service;
    private final Gateways gateways;
    private final InstantSource clock;

    ClosePaymentJob(PaymentRepository payments, PaymentService service, Gateways gateways, InstantSource clock) {
        this.payments = payments;
        this.service = service;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String paymentNo) {
        Payment payment = payments.findByNo(paymentNo).orElse(null);
        if (payment == null || !payment.status().isOpen()) {
            return;
        }
        try {
            service.settle(gateways.of(payment).close(payment), "closed-by-us");
        } catch (GatewayException e) {
            if (!payment.isOverAt(clock.instant())) {
                throw e;
            }
        }
    }

    @Override
    public boolean waitsOut(Throwable failure) {
        return failure instanceof GatewayException;
    }
}
