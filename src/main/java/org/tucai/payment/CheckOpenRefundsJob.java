package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.payment.PaymentGateway.ChannelRefund;
import org.tucai.payment.PaymentGateway.RefundState;
import org.tucai.platform.job.RecurringJob;

/**
 * Asks the channel about refunds without an outcome. One that the channel does not know, or has not been asked to retry yet, is submitted
 * here under its own number: enqueuing a job would add one at every check, beside the first one that may still be retrying. When the refund
 * period is over by then, it is closed for a person to give back. A refund that fails here does not hold up the others.
 */
@Singleton
class CheckOpenRefundsJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(CheckOpenRefundsJob.class);
    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 100;

    private final RefundRepository refunds;
    private final PaymentRepository payments;
    private final RefundOutcomeService service;
    private final Gateways gateways;
    private final InstantSource clock;

    CheckOpenRefundsJob(
            RefundRepository refunds,
            PaymentRepository payments,
            RefundOutcomeService service,
            Gateways gateways,
            InstantSource clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.service = service;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "check-open-refunds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run() {
        ChannelRound round = new ChannelRound();
        Instant before = clock.instant().minus(SILENCE);
        // each apart: what a silent channel has not answered would fill the round and keep the others from being asked
        for (String gateway : refunds.gatewaysOfOpen()) {
            refunds.uncheckedSince(gateway, before, AT_ONCE).forEach(no -> check(no, round));
        }
    }

    private void check(String refundNo, ChannelRound round) {
        Refund refund = refunds.findByNo(refundNo).orElseThrow();
        Payment payment = payments.findByNo(refund.paymentNo()).orElseThrow();
        if (round.isSilent(payment)) {
            return; // not marked as checked: the next run begins with it
        }
        refunds.checked(refundNo, clock.instant());
        try {
            round.ask(payment, refundNo, () -> ask(payment, refund));
        } catch (RuntimeException e) {
            LOG.error("The channel's answer about refund {} could not be recorded", refundNo, e);
        }
    }

    private void ask(Payment payment, Refund refund) {
        ChannelRefund news = gateways.ask(payment, channel -> channel.queryRefund(refund));
        if (!isWaitedFor(refund, news)) {
            service.settle(news, "queried");
        } else if (RefundPolicy.isPeriodOver(payment, clock.instant())) {
            service.answered(news.state() == RefundState.UNKNOWN ? untaken(refund) : news, "period-over");
        } else {
            service.answered(gateways.ask(payment, channel -> channel.refund(payment, refund)), "submitted-again");
        }
    }

    /** Whether the channel has not received the current attempt: it does not know the refund, or reports an earlier attempt. */
    private static boolean isWaitedFor(Refund refund, ChannelRefund news) {
        return switch (news.state()) {
            case UNKNOWN -> refund.status() == RefundStatus.SUBMITTED;
            case ABNORMAL -> refund.isAskedOnceMore();
            case PROCESSING, SUCCEEDED, CLOSED -> false;
        };
    }

    /** The channel did not receive it in time and no longer accepts it: it must be closed before a person can give the money back. */
    private static ChannelRefund untaken(Refund refund) {
        return new ChannelRefund(refund.no(), RefundState.CLOSED, null, 0, "支付已超过退款期限，支付通道未受理，请线下退还", null);
    }
}
