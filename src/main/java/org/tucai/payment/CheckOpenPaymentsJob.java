package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.PaymentState;
import org.tucai.platform.job.RecurringJob;

/**
 * Asks the channel about payments without news: a lost callback costs minutes, not money. An expired payment is taken back at the channel;
 * one about which the channel says nothing for a further month is closed without its answer. A payment that fails here does not hold up
 * the others.
 */
@Singleton
class CheckOpenPaymentsJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(CheckOpenPaymentsJob.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 100;

    private final PaymentRepository payments;
    private final PaymentService service;
    private final Gateways gateways;
    private final InstantSource clock;

    CheckOpenPaymentsJob(PaymentRepository payments, PaymentService service, Gateways gateways, InstantSource clock) {
        this.payments = payments;
        this.service = service;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "check-open-payments";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        ChannelRound round = new ChannelRound();
        Instant before = clock.instant().minus(SILENCE);
        // each apart: what a silent channel has not answered would fill the round and keep the others from being asked
        for (String gateway : payments.gatewaysOfOpen()) {
            payments.uncheckedSince(gateway, before, AT_ONCE).forEach(no -> check(no, round));
        }
    }

    private void check(String paymentNo, ChannelRound round) {
        Payment payment = payments.findByNo(paymentNo).orElseThrow();
        if (round.isSilent(payment)) {
            return; // the next run begins with it
        }
        payments.checked(paymentNo, clock.instant());
        try {
            boolean answered = round.ask(payment, paymentNo, () -> ask(payment));
            if (!answered && payment.isOverAt(clock.instant().minus(ChannelRound.LONGEST_SILENCE))) {
                LOG.warn("Payment {} is ended without an answer from {}", paymentNo, payment.gateway());
                service.settle(withoutAWord(payment), "channel-silent");
            }
        } catch (RuntimeException e) {
            LOG.error("The channel's answer about payment {} could not be recorded", paymentNo, e);
        }
    }

    private void ask(Payment payment) {
        if (payment.isOverAt(clock.instant())) {
            service.settle(gateways.ask(payment, channel -> channel.close(payment)), "closed-by-us");
        } else {
            service.settle(gateways.ask(payment, channel -> channel.query(payment)), "queried");
        }
    }

    private static ChannelPayment withoutAWord(Payment payment) {
        return new ChannelPayment(payment.no(), PaymentState.CLOSED, null, 0, payment.currency(), null);
    }
}
