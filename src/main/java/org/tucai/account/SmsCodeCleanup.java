package org.tucai.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tucai.platform.job.RecurringJob;

/** Deletes phone numbers to which no code was sent for two days; until then their codes may count for the daily limit. */
@Singleton
class SmsCodeCleanup implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(2);

    private final SmsCodeRepository codes;
    private final InstantSource clock;

    SmsCodeCleanup(SmsCodeRepository codes, InstantSource clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "sms-code-cleanup";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        untilNoneIsLeft(() -> codes.deleteSentBefore(clock.instant().minus(KEPT)));
    }
}
