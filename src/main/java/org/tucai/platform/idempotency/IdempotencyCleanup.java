package org.tucai.platform.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Drops answers nobody will ask for again. */
@Singleton
class IdempotencyCleanup implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(1);

    private final IdempotencyRepository records;
    private final InstantSource clock;

    IdempotencyCleanup(IdempotencyRepository records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "idempotency-cleanup";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        untilNoneIsLeft(() -> records.deleteOlderThan(clock.instant().minus(KEPT)));
    }
}
