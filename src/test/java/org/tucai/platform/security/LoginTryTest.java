package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginTryTest {
    private static final Instant FIRST = Instant.parse("2026-04-20T02:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration TICK = Duration.ofNanos(1000);

    private final LoginTry first = new LoginTry(1L, "key", 0, FIRST, null).counted(3, WINDOW, FIRST);

    @Test
    void onlyTheLastAllowedFailureOfTheWindowLocks() {
        LoginTry second = first.counted(3, WINDOW, FIRST);
        Instant last = FIRST.plus(WINDOW).minus(TICK);
        LoginTry third = second.counted(3, WINDOW, last);

        assertThat(second.lockLeft(FIRST)).isZero();
        assertThat(third.lockedUntil()).isEqualTo(last.plus(WINDOW));
        assertThat(third.lockLeft(last.plus(WINDOW).minus(TICK))).isEqualTo(TICK);
        assertThat(third.lockLeft(last.plus(WINDOW))).isZero();
    }

    @Test
    void countingBeginsAnewWithEachWindow() {
        LoginTry next = first.counted(3, WINDOW, FIRST).counted(3, WINDOW, FIRST.plus(WINDOW));

        assertThat(next.failures()).isEqualTo(1);
        assertThat(next.since()).isEqualTo(FIRST.plus(WINDOW));
        assertThat(next.lockedUntil()).isNull();
    }

    @Test
    void countingBeginsAnewAfterALock() {
        LoginTry locked = first.counted(2, WINDOW, FIRST.plusSeconds(1));

        LoginTry next = locked.counted(2, WINDOW, FIRST.plusSeconds(1).plus(WINDOW));

        assertThat(locked.failures()).isEqualTo(2);
        assertThat(next.failures()).isEqualTo(1);
        assertThat(next.lockedUntil()).isNull();
    }

    @Test
    void aLockDoesNotOutlastAClockThatWasSetBack() {
        LoginTry locked = first.counted(2, WINDOW, FIRST.plusSeconds(1));
        Instant setBack = FIRST.minus(Duration.ofDays(1));

        LoginTry next = locked.counted(2, WINDOW, setBack);

        assertThat(locked.lockLeft(setBack)).isZero();
        assertThat(next.failures()).isEqualTo(1);
        assertThat(next.since()).isEqualTo(setBack);
    }

    @Test
    void aTryThatWaitedForAnotherCountsThoughItBeganBeforeIt() {
        LoginTry next = first.counted(3, WINDOW, FIRST.minusSeconds(20));

        assertThat(next.failures()).isEqualTo(2);
        assertThat(next.counted(3, WINDOW, FIRST).lockLeft(FIRST.minusSeconds(20)))
                .isPositive();
    }
}
