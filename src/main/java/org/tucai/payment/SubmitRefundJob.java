package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tucai.platform.job.JobHandler;

/**
 * Asks the channel for a refund, with the same number however often it runs. While the channel does not answer, it is retried with growing
 * pauses. After {@link ChannelRound#PATIENCE} {@link CheckOpenRefundsJob} takes over for all such refunds, and a person sees the refund
 * among those that need attention; no job has to be restarted.
 */
@Singleton
class SubmitRefundJob implements JobHandler {
    static final String TYPE = "submit-refund";

    private final PaymentRepository payments;
    private final RefundOutcomeService service;
    private final Gateways gateways;
    private final InstantSource clock;

    SubmitRefundJob(PaymentRepository payments, RefundOutcomeService service, Gateways gateways, InstantSource clock) {
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
    public void run(String refundNo) {
        Refund refund = service.submitting(refundNo);
        if (refund.status() != RefundStatus.SUBMITTED) {
            return;
        }
        Payment payment = payments.findByNo(refund.paymentNo()).orElseThrow();
        try {
            service.answered(gateways.ask(payment, channel -> channel.refund(payment, refund)), "channel-answered");
        } catch (GatewayException e) {
            if (!refund.isUntakenAt(clock.instant(), ChannelRound.PATIENCE)) {
                throw e;
            }
        }
    }

    @Override
    public boolean waitsOut(Throwable failure) {
        return failure instanceof GatewayException;
    }
}
