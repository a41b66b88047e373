package org.tucai.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.audit.AuditTrail;
import org.tucai.platform.job.RecurringJob;
import org.tucai.platform.security.Actor;
import org.tucai.platform.time.ChinaTime;

/** Holds yesterday's book against the channels' bills; differences stand in the audit trail and in the log. */
@Singleton
class ReconcileJob implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);

    private final Reconciliation reconciliation;
    private final AuditTrail audit;
    private final InstantSource clock;

    ReconcileJob(Reconciliation reconciliation, AuditTrail audit, InstantSource clock) {
        this.reconciliation = reconciliation;
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
        LocalDate yesterday = ChinaTime.day(clock.instant()).minusDays(1);
        try {
            Reconciliation.Day day = reconciliation.compare(yesterday);
            if (!day.differences().isEmpty()) {
                LOG.error(
                        "{} differences between our book and the channels' bills of {}",
                        day.differences().size(),
                        yesterday);
                audit.record(
                        Actor.SYSTEM,
                        "reconciliation-differs",
                        yesterday.toString(),
                        day.differences().size() + " differences");
            }
        } catch (GatewayException e) {
            LOG.warn("The bill of {} is not to be had: {}", yesterday, e.getMessage());
        }
    }
}
