package org.tucai.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives transactions connections from a second pool on which autocommit is always off: switching it off and on again costs two round
 * trips per transaction. The pool is chosen at a connection's first use.
 */
@Singleton
class TransactionPool implements BeanCreatedEventListener<DataSource>, Ordered {
    private volatile @Nullable HikariDataSource transactions;

    /** Before the framework wraps the data source. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        if (!(event.getBean() instanceof HikariDataSource reads)) {
            return event.getBean();
        }
        HikariConfig config = new HikariConfig();
        reads.copyStateTo(config);
        config.setPoolName("transactions");
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        HikariDataSource own = new HikariDataSource(config);
        transactions = own;
        return new Pools(reads, new SeenAgain(autoCommit -> (autoCommit ? reads : own).getConnection()));
    }

    @PreDestroy
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    /** The two as one data source. */
    private record Pools(HikariDataSource reads, LateConnection.Source both) implements DataSource {
        @Override
        public Connection getConnection() {
            return LateConnection.of(both);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return reads.getConnection(user, password);
        }

        @Override
        public @Nullable PrintWriter getLogWriter() throws SQLException {
            return reads.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            reads.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            reads.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return reads.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return type.isInstance(this) ? type.cast(this) : reads.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return type.isInstance(this) || reads.isWrapperFor(type);
        }
    }
}
