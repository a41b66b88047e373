package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;

/**
 * Compares our book with the channels' bills, for yesterday and for earlier days whose comparison failed or did not run. Differences go
 * to the audit trail and the log.
 */
@Singleton
class ReconcileJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);

    /** How many days to look back. */
    private static final int CAUGHT_UP = 14;

    private final Reconciliation reconciliation;
    private final ReconciledDayRepository days;
    private final PaymentRepository payments;
    private final AuditTrail audit;
    private final InstantSource clock;

    ReconcileJob(
            Reconciliation reconciliation,
            ReconciledDayRepository days,
            PaymentRepository payments,
            AuditTrail audit,
            InstantSource clock) {
        this.reconciliation = reconciliation;
        this.days = days;
        this.payments = payments;
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
            int differences = reconciliation.compare(day).differences().size();
            if (differences > 0) {
                LOG.error("{} differences between our books and the channels' bills of {}", differences, day);
                audit.record(Actor.SYSTEM, "reconciliation-differs", day.toString(), differences + " differences");
            }
            days.note(day);
        } catch (GatewayException e) {
            LOG.warn("The bill of {} is not available: {}", day, e.getMessage());
        }
    }
}
