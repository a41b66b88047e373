package org.tucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoginSessionTest {
    private static final Instant BEGUN = Instant.parse("2026-04-20T02:00:00Z");
    private static final Instant END = BEGUN.plus(Duration.ofHours(12));
    private static final Duration IDLE = Duration.ofHours(2);

    private final LoginSession session = endedAt(null);

    private static LoginSession endedAt(@Nullable Instant at) {
        return new LoginSession(
                1L, "ses_1", "stf_1", Role.MANAGER, "-", 1, BEGUN, BEGUN, BEGUN.plus(IDLE), END, at, null, 0);
    }

    @Test
    void livesUntilItHasBeenIdleForTooLong() {
        assertThat(session.live(BEGUN.plus(IDLE).minusNanos(1000))).isTrue();
        assertThat(session.live(BEGUN.plus(IDLE))).isFalse();
    }

    @Test
    void noRefreshExtendsItBeyondItsEnd() {
        LoginSession late = session.refreshed(END.minusSeconds(60), IDLE);

        assertThat(late.idleUntil()).isEqualTo(END);
        assertThat(late.live(END.minusNanos(1000))).isTrue();
        assertThat(late.live(END)).isFalse();
    }

    @Test
    void aRefreshInvalidatesTheTokenThatWasUsed() {
        LoginSession refreshed = session.refreshed(BEGUN.plusSeconds(60), IDLE);

        assertThat(refreshed.generation()).isEqualTo(2);
        assertThat(refreshed.idleUntil()).isEqualTo(BEGUN.plusSeconds(60).plus(IDLE));
    }

    @Test
    void anEndedSessionIsNotLive() {
        assertThat(endedAt(BEGUN).live(BEGUN)).isFalse();
    }
}
