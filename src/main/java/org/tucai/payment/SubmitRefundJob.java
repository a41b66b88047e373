package org.tucai.payment;

import jakarta.inject.Singleton;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.platform.job.JobHandler;

/**
 * Asks the channel for a refund, with the same number however often it runs. After the last try the refund stays SUBMITTED
 * and the job stands in the list of failed jobs; the recurring check keeps asking what became of it.
 */
@Singleton
class SubmitRefundJob implements JobHandler {
    static final String TYPE = "submit-refund";

    private final PaymentRepository payments;
    private final RefundService service;
    private final Gateways gateways;

    SubmitRefundJob(PaymentRepository payments, RefundService service, Gateways gateways) {
        this.payments = payments;
        this.service = service;
        this.gateways = gateways;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public void run(String refundNo) {
        Refund refund = service.submitting(refundNo);
        if (refund.status() != RefundStatus.SUBMITTED) {
            return;
        }
        Payment payment = payments.findByNo(refund.paymentNo()).orElseThrow();
        ChannelRefund answer = gateways.of(payment).refund(payment, refund);
        service.settle(answer, "channel-answered");
    }
}
