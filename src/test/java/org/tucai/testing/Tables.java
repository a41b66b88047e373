package org.tucai.testing;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Empties all tables except those that the program itself fills at startup. */
@Singleton
class Tables {
    /** Written by migrations or at startup, and needed by every test. */
    private static final Set<String> KEPT = Set.of("flyway_schema_history", "vault_check");

    private final DataSource source;
    private List<String> names;

    Tables(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    synchronized void empty() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String name : names(statement)) {
                statement.executeUpdate("DELETE FROM " + name);
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(Statement statement) throws SQLException {
        if (names == null) {
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    if (!KEPT.contains(rows.getString(1)) && !rows.getString(1).endsWith("_reference")) {
                        found.add(rows.getString(1));
                    }
                }
            }
            names = found;
        }
        return names;
    }
}
