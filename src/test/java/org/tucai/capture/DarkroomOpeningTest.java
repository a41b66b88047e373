package org.tucai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged when the models cannot be loaded. */
class DarkroomOpeningTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(DarkroomOpening.class);
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
    void aDarkroomThatDoesNotOpenIsAnError() {
        new DarkroomOpening(DarkroomOpeningTest::closed).open();

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Portraits cannot be judged");
    }

    @Test
    void aServerThatStopsBeforeItsDarkroomOpensDoesNotOpenIt() {
        DarkroomOpening opening = new DarkroomOpening(() -> {
            throw new AssertionError("nobody needs it any more");
        });

        opening.stop();

        opening.open();
    }

    @Test
    void aServerThatStopsWhileItsDarkroomOpensLogsNoError() {
        DarkroomOpening[] opening = new DarkroomOpening[1];
        opening[0] = new DarkroomOpening(() -> {
            opening[0].stop();
            return closed();
        });

        opening[0].open();

        assertThat(log.list).isEmpty();
    }

    private static Darkroom closed() {
        throw new IllegalStateException("Error resolving property value [${tucai.models}]. Property doesn't exist");
    }
}
