package org.tucai.payment;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/** Receives the callbacks of channels: verifies them, then records them. */
@Singleton
public class PaymentCallbacks {
    private final Gateways gateways;
    private final PaymentService payments;
    private final RefundOutcomeService refunds;

    PaymentCallbacks(Gateways gateways, PaymentService payments, RefundOutcomeService refunds) {
        this.gateways = gateways;
        this.payments = payments;
        this.refunds = refunds;
    }

    /**
     * Records one callback; harmless when it was recorded before.
     *
     * @param header reads a request header
     * @throws ProblemException {@link PaymentProblem#CALLBACK_NOT_AUTHENTIC}, {@link PaymentProblem#CALLBACK_UNKNOWN}
     */
    public void receive(String gateway, Function<String, @Nullable String> header, String body) {
        PaymentGateway channel = gateways.named(gateway).orElseThrow(PlatformProblem::notFound);
        switch (channel.readCallback(header, body)) {
            case ChannelPayment payment -> payments.settle(payment, "callback");
            case ChannelRefund refund -> refunds.settle(refund, "callback");
        }
    }
}
