package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.job.RecurringJob;

/**
 * Asks the channel about payments nothing was heard of: a lost callback costs minutes, not money. One that cannot be dealt with keeps
 * no other from it.
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
        payments.uncheckedSince(clock.instant().minus(SILENCE), AT_ONCE).forEach(no -> check(no, round));
    }

    private void check(String paymentNo, ChannelRound round) {
        Payment payment = payments.findByNo(paymentNo).orElseThrow();
        if (round.isSilent(payment)) {
            return; // the next run begins with it
        }
        payments.checked(paymentNo, clock.instant());
        try {
            round.ask(
                    payment,
                    paymentNo,
                    () -> service.settle(gateways.of(payment).query(payment), "queried"));
        } catch (RuntimeException e) {
            LOG.error("What the channel says of payment {} could not be recorded", paymentNo, e);
        }
    }
}
