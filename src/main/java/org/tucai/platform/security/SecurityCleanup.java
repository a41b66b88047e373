package org.tucai.platform.security;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Forgets sessions that have been over, and tries that have been quiet, for a week; addresses after 90 days without a sign-in. */
@Singleton
class SecurityCleanup implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(7);

    private final LoginSessionRepository sessions;
    private final LoginTryRepository tries;
    private final KnownAddressRepository addresses;
    private final InstantSource clock;

    SecurityCleanup(
            LoginSessionRepository sessions,
            LoginTryRepository tries,
            KnownAddressRepository addresses,
            InstantSource clock) {
        this.sessions = sessions;
        this.tries = tries;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "security-cleanup";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        Instant before = clock.instant().minus(KEPT);
        untilNoneIsLeft(() -> sessions.deleteOver(before));
        untilNoneIsLeft(() -> tries.deleteBefore(before));
        untilNoneIsLeft(() -> addresses.deleteBefore(clock.instant().minus(KnownAddresses.KEPT)));
    }
}
