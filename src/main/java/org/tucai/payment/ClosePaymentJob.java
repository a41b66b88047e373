package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.platform.job.JobHandler;

/**
 * Takes a payment that is no longer wanted back at the channel; if money was faster, that is recorded. Retried while the channel does not
 * answer; once the payment has expired {@link CheckOpenPaymentsJob} takes over, so that no person has to restart the job.
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
            service.settle(gateways.ask(payment, channel -> channel.close(payment)), "closed-by-us");
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
