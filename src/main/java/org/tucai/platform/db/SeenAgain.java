package org.tucai.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once that the database is back after connections failed. Does not query it by itself. */
final class SeenAgain implements LateConnection.Source {
    private static final Logger LOG = LoggerFactory.getLogger(SeenAgain.class);

    private final LateConnection.Source connections;
    private final AtomicBoolean away = new AtomicBoolean();

    SeenAgain(LateConnection.Source connections) {
        this.connections = connections;
    }

    @Override
    public Connection connection(boolean autoCommit) throws SQLException {
        try {
            Connection connection = connections.connection(autoCommit);
            if (away.get() && away.getAndSet(false)) {
                LOG.info("The database is reachable again");
            }
            return connection;
        } catch (SQLException e) {
            // a pool that is only used up has no reason of the database's
            if (SqlCause.of(e.getCause(), reason -> true) != null) {
                away.set(true);
            }
            throw e;
        }
    }
}
