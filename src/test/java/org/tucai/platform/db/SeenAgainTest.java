package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How an unreachable database is logged. */
class SeenAgainTest {
    private static final SQLException AWAY = new SQLTransientConnectionException(
            "transactions - Connection is not available", new SQLException("Communications link failure", "08S01"));

    private @Nullable SQLException failure;
    private final SeenAgain database = new SeenAgain(autoCommit -> connection());
    private final Logger logger = (Logger) LoggerFactory.getLogger(SeenAgain.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void aDatabaseThatIsReachableAgainIsLoggedOnce() throws SQLException {
        database.connection(false);
        failure = AWAY;
        assertThatThrownBy(() -> database.connection(false)).isSameAs(AWAY);
        assertThatThrownBy(() -> database.connection(true)).isSameAs(AWAY);
        failure = null;
        database.connection(true);
        database.connection(false);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The database is reachable again");
    }

    @Test
    void anExhaustedPoolIsNotMistakenForAnUnreachableDatabase() throws SQLException {
        failure = new SQLTransientConnectionException("transactions - Connection is not available");
        assertThatThrownBy(() -> database.connection(false)).isSameAs(failure);
        failure = null;
        database.connection(false);

        assertThat(log.list).isEmpty();
    }

    private Connection connection() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        return LateConnection.of(autoCommit -> {
            throw new AssertionError("nobody uses it");
        });
    }
}
