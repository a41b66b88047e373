package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.audit.AuditTrail;
import org.tucai.payment.PaymentGateway.BillLine;
import org.tucai.payment.PaymentGateway.ChannelPayment;
import org.tucai.payment.PaymentGateway.PaymentState;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.problem.ProblemException;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;

/**
 * Compares our book with the channels' bills, for yesterday and for earlier days whose comparison failed or did not run. Differences go
 * to the audit trail and the log. Money for one of our payments that only the bill tells of, because the channel's callback got lost and
 * nobody asked it any more, is booked, and given back where it is not wanted.
 */
@Singleton
class ReconcileJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);

    /** How many days to look back. */
    private static final int CAUGHT_UP = 14;

    private final Reconciliation reconciliation;
    private final ReconciledDayRepository days;
    private final PaymentRepository payments;
    private final PaymentService service;
    private final AuditTrail audit;
    private final InstantSource clock;

    ReconcileJob(
            Reconciliation reconciliation,
            ReconciledDayRepository days,
            PaymentRepository payments,
            PaymentService service,
            AuditTrail audit,
            InstantSource clock) {
        this.reconciliation = reconciliation;
        this.days = days;
        this.payments = payments;
        this.service = service;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "reconcile-payments";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        EachOne.of(type(), days(), LocalDate::toString, this::compare); // a bad bill must not stop the other days
    }

    /** Yesterday, whose book may have been incomplete at the first comparison, and earlier days that were not compared. */
    private List<LocalDate> days() {
        LocalDate today = ChinaTime.day(clock.instant());
        LocalDate oldest = today.minusDays(CAUGHT_UP);
        Instant first = payments.firstCreatedAt();
        LocalDate begin = first == null ? today : ChinaTime.day(first); // earlier bills predate our book
        Set<LocalDate> compared =
                days.since(oldest).stream().map(ReconciledDay::day).collect(Collectors.toSet());
        Stream<LocalDate> missed =
                oldest.datesUntil(today.minusDays(1)).filter(day -> !day.isBefore(begin) && !compared.contains(day));
        return Stream.concat(missed, Stream.of(today.minusDays(1))).toList();
    }

    private void compare(LocalDate day) {
        try {
            Reconciliation.Day compared = reconciliation.compare(day);
            int differences = compared.differences().size();
            if (differences > 0) {
                LOG.error("{} differences between our books and the channels' bills of {}", differences, day);
                audit.record(Actor.SYSTEM, "reconciliation-differs", day.toString(), differences + " differences");
            }
            compared.unbooked().forEach(this::book);
            days.note(day);
        } catch (GatewayException e) {
            LOG.warn("The bill of {} is not available: {}", day, e.getMessage());
        }
    }

    /** Harmless for money that was booked on another day, or meanwhile. Money whose payment is not ours is left to a person. */
    private void book(Reconciliation.Unbooked money) {
        Optional.ofNullable(money.line().ourNo())
                .flatMap(payments::findByNo)
                .filter(p -> p.gateway().equals(money.gateway()))
                .ifPresent(p -> book(p, money.line()));
    }

    private void book(Payment payment, BillLine line) {
        ChannelPayment news = new ChannelPayment(
                payment.no(), PaymentState.PAID, line.channelNo(), line.amountMinor(), payment.currency(), line.at());
        try {
            service.settle(news, "bill");
        } catch (ProblemException e) { // of two payments that claim the money the first keeps it
            LOG.warn("Transaction {} on the bill cannot be booked for {}", line.channelNo(), payment.no());
        }
    }
}
