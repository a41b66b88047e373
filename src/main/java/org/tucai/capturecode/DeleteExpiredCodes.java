package org.tucai.capturecode;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tucai.platform.job.RecurringJob;

/** Deletes opened codes some time after they expired, and counts of wrong entries that can no longer lock anybody. */
@Singleton
class DeleteExpiredCodes implements RecurringJob {
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final OpenedCodeRepository codes;
    private final LastFourTriesRepository tries;
    private final LastFourService lastFour;
    private final InstantSource clock;
    private final Duration lock;

    DeleteExpiredCodes(
            OpenedCodeRepository codes,
            LastFourTriesRepository tries,
            LastFourService lastFour,
            InstantSource clock,
            @Value("${tucai.capture-code.lock}") Duration lock) {
        this.codes = codes;
        this.tries = tries;
        this.lastFour = lastFour;
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
        untilNoneIsLeft(() -> deleteSpent(clock.instant().minus(lock)));
    }

    private int deleteSpent(Instant before) {
        List<LastFourTries> some = tries.spent(before);
        some.forEach(t -> lastFour.deleteSpent(t, before));
        return some.size();
    }
}
