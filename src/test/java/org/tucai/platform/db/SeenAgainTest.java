package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tucai.testing.LogOf;

/** How an unreachable database is logged. */
class SeenAgainTest {
    private static final SQLException AWAY = new SQLTransientConnectionException(
            "transactions - Connection is not available", new SQLException("Communications link failure", "08S01"));

    private @Nullable SQLException failure;
    private final SeenAgain database = new SeenAgain(autoCommit -> connection());

    @RegisterExtension
    final LogOf log = LogOf.from(Level.INFO, SeenAgain.class.getName());

    @Test
    void aDatabaseThatIsReachableAgainIsLoggedOnce() throws SQLException {
        database.connection(false);
        failure = AWAY;
        assertThatThrownBy(() -> database.connection(false)).isSameAs(AWAY);
        assertThatThrownBy(() -> database.connection(true)).isSameAs(AWAY);
        failure = null;
        database.connection(true);
        database.connection(false);

        assertThat(log.lines()).containsExactly("The database is reachable again");
    }

    @Test
    void anExhaustedPoolIsNotMistakenForAnUnreachableDatabase() throws SQLException {
        failure = new SQLTransientConnectionException("transactions - Connection is not available");
        assertThatThrownBy(() -> database.connection(false)).isSameAs(failure);
        failure = null;
        database.connection(false);

        assertThat(log.lines()).isEmpty();
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
