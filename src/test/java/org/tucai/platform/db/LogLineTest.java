package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The lines of the program's own log, as {@code logback.xml} has them. */
class LogLineTest {
    @Test
    void aLineSaysOnWhichDayAndAtWhichInstantItWasWritten() throws JoranException {
        Instant written = Instant.parse("2027-01-01T00:30:00.123Z");

        String line = lines().encode(written, "something happened");

        assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant())
                .isEqualTo(written);
        assertThat(line).endsWith("something happened" + System.lineSeparator());
    }

    @Test
    void aMessageIsOneLineWhateverItQuotes() throws JoranException {
        String line =
                lines().encode(Instant.EPOCH, "Unable to prepare [SELECT no\n    FROM capture]:\r\nno connection");

        assertThat(line).endsWith("Unable to prepare [SELECT no FROM capture]: no connection" + System.lineSeparator());
        assertThat(line.lines()).hasSize(1);
    }

    private static Lines lines() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Path.of("src", "main", "resources", "logback.xml").toFile());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
        return new Lines(root, (PatternLayoutEncoder) console.getEncoder());
    }

    private record Lines(Logger root, PatternLayoutEncoder encoder) {
        String encode(Instant written, String message) {
            LoggingEvent event = new LoggingEvent(LogLineTest.class.getName(), root, Level.INFO, message, null, null);
            event.setInstant(written);
            return new String(encoder.encode(event), StandardCharsets.UTF_8);
        }
    }
}
