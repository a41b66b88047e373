package org.tucai.capturecode;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Forgets opened codes a while after nobody can use them any more. */
@Singleton
class DeleteExpiredCodes implements RecurringJob {
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final OpenedCodeRepository codes;
    private final InstantSource clock;

    DeleteExpiredCodes(OpenedCodeRepository codes, InstantSource clock) {
        this.codes = codes;
        this.clock = clock;
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
        long deleted;
        do {
            deleted = codes.deleteExpired(clock.instant().minus(GRACE));
        } while (deleted > 0);
    }
}
