package org.tucai.capture;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.tucai.platform.job.EachOne;
import org.tucai.platform.job.RecurringJob;

/** Forgets settled captures whose time is over, and deletes expired tickets; holds of other features keep a picture longer. */
@Singleton
class RetentionJob implements RecurringJob {
    /** How long expired tickets are kept, so that clients learn that theirs has expired. */
    private static final Duration TICKET = Duration.ofDays(1);

    private final CaptureRepository captures;
    private final UploadTicketRepository tickets;
    private final ExpiryService expiry;
    private final Collection<RetentionHold> holds;
    private final InstantSource clock;
    private final Duration patience;

    RetentionJob(
            CaptureRepository captures,
            UploadTicketRepository tickets,
            ExpiryService expiry,
            Collection<RetentionHold> holds,
            InstantSource clock,
            @Value("${tucai.capture.answer-within}") Duration patience) {
        this.captures = captures;
        this.tickets = tickets;
        this.expiry = expiry;
        this.holds = List.copyOf(holds);
        this.clock = clock;
        this.patience = patience;
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
        Instant now = clock.instant();
        untilNoneIsLeft(() -> tickets.deleteExpired(now.minus(TICKET)));
        EachOne.of(type(), (after, limit) -> over(after, now, limit), no -> expiry.forgetSettled(no, patience, holds));
    }

    /** Answered and unanswered captures together, so that failures of either kind do not keep the others from being forgotten. */
    private List<String> over(String after, Instant now, int limit) {
        return Stream.concat(
                        captures.settled(after, now.minus(ExpiryService.SHORTEST), now, limit).stream(),
                        captures.unanswered(after, now.minus(patience), limit).stream())
                .sorted()
                .limit(limit)
                .toList();
    }
}
