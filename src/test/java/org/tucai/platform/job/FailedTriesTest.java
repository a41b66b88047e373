package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tucai.testing.LogOf;
import org.tucai.testing.MutableClock;

class FailedTriesTest {
    private static final IllegalStateException AWAY = new IllegalStateException("the authority is away");

    private final MutableClock clock = new MutableClock();
    private final FailedTries tries = new FailedTries(clock);

    @RegisterExtension
    final LogOf log = LogOf.a(FailedTries.class);

    @Test
    void jobsThatWaitForTheSameThingLogOneLineAMinute() {
        tries.waits("forward-package", AWAY);
        tries.waits("forward-package", AWAY);
        clock.advance(FailedTries.QUIET.minusMillis(1));
        tries.waits("forward-package", AWAY);
        tries.waits("submit-refund", AWAY);
        clock.advance(Duration.ofMillis(1));
        tries.waits("forward-package", AWAY);

        assertThat(log.lines())
                .containsExactly(
                        "Jobs of type forward-package wait and are retried: the authority is away",
                        "Jobs of type submit-refund wait and are retried: the authority is away",
                        "Jobs of type forward-package wait and are retried: the authority is away");
        assertThat(log.events()).allMatch(line -> line.getThrowableProxy() == null);
        assertThat(tries.count()).isEqualTo(5);
    }

    @Test
    void aClockSetBackDoesNotSilenceTheLog() {
        tries.waits("forward-package", AWAY);
        clock.setTo(clock.instant().minus(Duration.ofHours(1)));
        tries.waits("forward-package", AWAY);

        assertThat(log.events()).hasSize(2);
    }

    @Test
    void anyOtherFailureIsLoggedEachTimeWithItsStackTrace() {
        tries.failed("deliver-message", AWAY);
        tries.failed("deliver-message", AWAY);

        assertThat(log.events()).hasSize(2).allMatch(line -> line.getThrowableProxy() != null);
        assertThat(tries.count()).isEqualTo(2);
    }
}
