package org.tucai.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.tucai.testing.MutableClock;

class FailedTriesTest {
    private static final IllegalStateException AWAY = new IllegalStateException("the authority is away");

    private final MutableClock clock = new MutableClock();
    private final FailedTries tries = new FailedTries(clock);
    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedTries.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void jobsThatWaitForTheSameThingLogOneLineAMinute() {
        tries.waits("forward-package", AWAY);
        tries.waits("forward-package", AWAY);
        clock.advance(FailedTries.QUIET.minusMillis(1));
        tries.waits("forward-package", AWAY);
        tries.waits("submit-refund", AWAY);
        clock.advance(Duration.ofMillis(1));
        tries.waits("forward-package", AWAY);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Jobs of type forward-package wait and are retried: the authority is away",
                        "Jobs of type submit-refund wait and are retried: the authority is away",
                        "Jobs of type forward-package wait and are retried: the authority is away");
        assertThat(log.list).allMatch(line -> line.getThrowableProxy() == null);
        assertThat(tries.count()).isEqualTo(5);
    }

    @Test
    void aClockSetBackDoesNotSilenceTheLog() {
        tries.waits("forward-package", AWAY);
        clock.setTo(clock.instant().minus(Duration.ofHours(1)));
        tries.waits("forward-package", AWAY);

        assertThat(log.list).hasSize(2);
    }

    @Test
    void anyOtherFailureIsLoggedEachTimeWithItsStackTrace() {
        tries.failed("deliver-message", AWAY);
        tries.failed("deliver-message", AWAY);

        assertThat(log.list).hasSize(2).allMatch(line -> line.getThrowableProxy() != null);
        assertThat(tries.count()).isEqualTo(2);
    }
}
