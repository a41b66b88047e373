package org.tucai.testing;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Simulates the database's disk filling up: writes to a table fail with the error of a full disk. */
@Singleton
public class Disk implements Resettable {
    private final DataSource source;
    private boolean full;

    Disk(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
        hasRoom(); // a killed run may have left it full, and its database is used again
    }

    /** From here on no state transition can be written, nor anything in the same transaction. */
    public void fills() {
        fillsFor("INSERT ON state_transition");
    }

    /** From here on one kind of write fails, such as {@code "UPDATE ON photo"}. */
    public void fillsFor(String writing) {
        execute("CREATE TRIGGER full_disk BEFORE " + writing + " FOR EACH ROW"
                + " SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table is full'");
        full = true;
    }

    /** Makes room again. */
    public final void hasRoom() {
        execute("DROP TRIGGER IF EXISTS full_disk");
        full = false;
    }

    @Override
    public void reset() {
        if (full) {
            hasRoom();
        }
    }

    private void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
