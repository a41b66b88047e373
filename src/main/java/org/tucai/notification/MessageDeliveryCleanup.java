package org.tucai.notification;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Deletes settled deliveries after 180 days, and the messages of the sandbox after a day. */
@Singleton
class MessageDeliveryCleanup implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration SANDBOX_KEPT = Duration.ofDays(1);

    private final MessageDeliveryRepository deliveries;
    private final SandboxMessageRepository sandbox;
    private final InstantSource clock;

    MessageDeliveryCleanup(
            MessageDeliveryRepository deliveries, SandboxMessageRepository sandbox, InstantSource clock) {
        this.deliveries = deliveries;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "delivery-cleanup";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        untilNoneIsLeft(() -> deliveries.deleteSettledBefore(clock.instant().minus(KEPT)));
        untilNoneIsLeft(() -> sandbox.deleteSentBefore(clock.instant().minus(SANDBOX_KEPT)));
    }
}
