package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How failures are logged. */
class LoggedFailureTest {
    private final LoggerContext context = new LoggerContext();
    private final LoggedFailure logged = new LoggedFailure();

    @BeforeEach
    void start() {
        logged.setContext(context);
        logged.start();
    }

    @Test
    void anUnreachableDatabaseIsLoggedInOneLine() {
        SQLException lost = new SQLRecoverableException(
                "Communications link failure\n\nThe last packet sent was long ago.", "08S01", new EOFException("lost"));
        SQLException noneInTime =
                new SQLTransientConnectionException("transactions - Connection is not available", lost);

        assertThat(said(new IllegalStateException("jobs", noneInTime)))
                .isEqualTo(": transactions - Connection is not available" + System.lineSeparator());
        assertThat(said(lost)).isEqualTo(": Communications link failure" + System.lineSeparator());
    }

    @Test
    void everyOtherFailureKeepsItsStackTrace() {
        assertThat(said(new IllegalStateException("a bug")).lines())
                .startsWith("", "java.lang.IllegalStateException: a bug")
                .hasSizeGreaterThan(5);
        assertThat(said(new SQLException("no such column", "42S22")).lines()).hasSizeGreaterThan(5);
        assertThat(said(new SQLException("the connection is closed", "08003")).lines())
                .hasSizeGreaterThan(5);
    }

    @Test
    void aLogLineWithoutAFailureStillEndsWithALineBreak() {
        assertThat(said(null)).isEqualTo(System.lineSeparator());
    }

    private String said(@Nullable Throwable failure) {
        return logged.convert(new LoggingEvent(
                LoggedFailureTest.class.getName(),
                context.getLogger("any"),
                Level.WARN,
                "something went wrong",
                failure,
                null));
    }
}
