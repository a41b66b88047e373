package org.tucai.capturecode;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Forgets opened codes a while after nobody can use them any more, and wrong entries when they can lock nobody any more. */
@Singleton
class DeleteExpiredCodes implements RecurringJob {
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final OpenedCodeRepository codes;
    private final LastFourTriesRepository tries;
    private final InstantSource clock;
    private final Duration lock;

    DeleteExpiredCodes(
            OpenedCodeRepository codes,
            LastFourTriesRepository tries,
            InstantSource clock,
            @Value("${tucai.capture-code.lock}") Duration lock) {
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
        this.lock = lock;
    }

    @Override
    public String type() {
        return "delete-expired-codes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        untilNoneIsLeft(() -> codes.deleteExpired(clock.instant().minus(GRACE)));
        untilNoneIsLeft(() -> tries.deleteSpent(clock.instant().minus(lock)));
    }
}
