package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;

/** Asks the channel about payments nothing was heard of: a lost callback costs minutes, not money. */
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
        payments.uncheckedSince(clock.instant().minus(SILENCE), AT_ONCE).forEach(this::check);
    }

    private void check(String paymentNo) {
        payments.checked(paymentNo, clock.instant());
        try {
            Payment payment = payments.findByNo(paymentNo).orElseThrow();
            service.settle(gateways.of(payment).query(payment), "queried");
        } catch (GatewayException e) {
            LOG.warn("Payment {} could not be queried: {}", paymentNo, e.getMessage());
        }
    }
}
