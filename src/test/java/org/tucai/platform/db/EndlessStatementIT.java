package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.testing.TucaiTest;

/** Nobody is waiting for the answer any more, yet the database would keep working on it. */
@TucaiTest
class EndlessStatementIT {
    private final DataSource pools;

    EndlessStatementIT(DataSource contextual) {
        this.pools = DelegatingDataSource.unwrapDataSource(contextual);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isEndedByTheDatabaseBeforeItsConnectionTimesOut(boolean autoCommit) throws SQLException {
        try (Connection connection = pools.getConnection()) {
            connection.setAutoCommit(autoCommit);
            assertThat(secondsOfAStatement(connection) * 1000).isPositive().isLessThan(connection.getNetworkTimeout());
            connection.rollback();
        }
    }

    @Test
    void leavesItsConnectionUsable() throws SQLException {
        try (Connection connection = pools.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SET STATEMENT max_statement_time = 0.2 FOR SELECT SLEEP(60)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("max_statement_time exceeded");

            assertThat(secondsOfAStatement(connection)).isPositive();
        }
    }

    /** The time limit of a statement on this connection, in seconds; 0 = none. */
    static double secondsOfAStatement(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@max_statement_time")) {
            row.next();
            return row.getDouble(1);
        }
    }
}
