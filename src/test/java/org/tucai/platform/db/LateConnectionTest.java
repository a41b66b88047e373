package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pool is used, and what the database is told about autocommit. */
class LateConnectionTest {
    private final List<String> heard = new ArrayList<>();
    private final Connection connection = LateConnection.of(this::taken);
    private boolean broken;

    private Connection taken(boolean autoCommit) {
        heard.add(autoCommit ? "from the pool of reads" : "from the pool of transactions");
        boolean[] state = {autoCommit};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isClosed" -> {
                            return broken;
                        }
                        case "getAutoCommit" -> {
                            return state[0];
                        }
                        case "setAutoCommit" -> {
                            state[0] = (boolean) arguments[0];
                            heard.add("autocommit " + state[0]);
                        }
                        default -> heard.add(method.getName());
                    }
                    if (broken && !method.getName().equals("close")) {
                        throw new SQLException("Connection is closed"); // as the pool's connections say
                    }
                    return null;
                });
    }

    @Test
    void aReadTakesNoConnectionBeforeItsFirstStatement() throws SQLException {
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(heard).isEmpty();

        connection.prepareStatement("SELECT 1");
        connection.close();

        assertThat(heard).containsExactly("from the pool of reads", "prepareStatement", "close");
    }

    @Test
    void aTransactionDoesNotSwitchAutocommitAtTheDatabase() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        connection.commit();
        connection.setAutoCommit(true);
        connection.close();

        assertThat(heard).containsExactly("from the pool of transactions", "prepareStatement", "commit", "close");
    }

    @Test
    void aTransactionWithoutStatementsTakesNoConnection() throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();

        assertThat(heard).isEmpty();
    }

    @Test
    void aStatementAfterATransactionRunsWithAutocommitOnAgain() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        connection.rollback();
        connection.setAutoCommit(true);
        connection.prepareStatement("SELECT 1");

        assertThat(heard)
                .containsExactly(
                        "from the pool of transactions",
                        "prepareStatement",
                        "rollback",
                        "autocommit true",
                        "prepareStatement");
    }

    @Test
    void aRollbackOnABrokenConnectionDoesNotHideWhatBrokeIt() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        broken = true;
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();

        assertThat(heard).containsExactly("from the pool of transactions", "prepareStatement", "close");
    }

    @Test
    void aBrokenConnectionCommitsNothing() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        broken = true;

        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connection.setAutoCommit(true)).isInstanceOf(SQLException.class);
    }

    @Test
    void switchingAutocommitOnEndsAnOpenTransactionAtOnce() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");
        connection.setAutoCommit(true);

        assertThat(heard).endsWith("prepareStatement", "autocommit true");
    }

    @Test
    void aTransactionAfterAReadOnTheSameConnectionSwitchesAutocommitOff() throws SQLException {
        connection.prepareStatement("SELECT 1");
        connection.setAutoCommit(false);
        connection.prepareStatement("UPDATE");

        assertThat(heard)
                .containsExactly("from the pool of reads", "prepareStatement", "autocommit false", "prepareStatement");
    }

    @Test
    void aClosedConnectionIsNotReopened() throws SQLException {
        connection.close();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
        assertThat(heard).isEmpty();
    }
}
