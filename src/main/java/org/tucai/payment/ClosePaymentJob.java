package org.tucai.payment;

import jakarta.inject.Singleton;
import org.tucai.platform.job.JobHandler;

/** Takes back a payment that is no longer wanted. When money was faster, that is what gets recorded. */
@Singleton
class ClosePaymentJob implements JobHandler {
    static final String TYPE = "close-payment";

    private final PaymentRepository payments;
    private final PaymentService service;
    private final Gateways gateways;

    ClosePaymentJob(PaymentRepository payments, PaymentService service, Gateways gateways) {
        this.payments = payments;
        this.service = service;
        this.gateways = gateways;
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
        service.settle(gateways.of(payment).close(payment), "closed-by-us");
    }
}
