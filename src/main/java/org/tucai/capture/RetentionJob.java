package org.tucai.capture;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.tucai.platform.job.RecurringJob;

/** Forgets verified captures and spent tickets whose time is over; holds of other features keep a picture longer. */
@Singleton
class RetentionJob implements RecurringJob {
    /** Nothing is forgotten sooner after the authority's answer, whatever the campaign says. */
    private static final Duration SHORTEST = Duration.ofDays(1);

    private static final int BATCH = 500;

    private final CaptureRepository captures;
    private final UploadTicketRepository tickets;
    private final ExpiryService expiry;
    private final Collection<RetentionHold> holds;
    private final InstantSource clock;

    RetentionJob(
            CaptureRepository captures,
            UploadTicketRepository tickets,
            ExpiryService expiry,
            Collection<RetentionHold> holds,
            InstantSource clock) {
        this.captures = captures;
        this.tickets = tickets;
        this.expiry = expiry;
        this.holds = List.copyOf(holds);
        this.clock = clock;
    }

    @Override
    public String type() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        captures.verifiedBefore(clock.instant().minus(SHORTEST), BATCH).forEach(no -> expiry.forgetVerified(no, holds));
        tickets.deleteExpired(clock.instant().minus(SHORTEST));
    }
}
