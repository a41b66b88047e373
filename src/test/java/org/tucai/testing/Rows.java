package org.tucai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Direct access to the database, for tests that look behind the API. */
@Singleton
public class Rows {
    private static final Set<String> READS =
            Set.of("handler_read_next", "handler_read_prev", "handler_read_rnd", "handler_read_rnd_next");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final DataSource source;

    Rows(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    /** A single number, such as a count. */
    public long number(String sql, Object... values) {
        return ((Number) of(sql, values).getFirst().values().iterator().next()).longValue();
    }

    /** The first column of every row; null stays null. */
    public List<String> texts(String sql, Object... values) {
        List<String> texts = new ArrayList<>();
        of(sql, values).forEach(row -> {
            Object first = row.values().iterator().next();
            texts.add(first == null ? null : first.toString());
        });
        return texts;
    }

    /** The number of statements sent to the database so far, including this one. */
    public long statements() {
        return Long.parseLong(of("SHOW GLOBAL STATUS LIKE 'Questions'")
                .getFirst()
                .get("Value")
                .toString());
    }

    /** How many statements wait for a row that another transaction has locked, or for a gap. */
    public long lockWaits() {
        return Long.parseLong(of("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'")
                .getFirst()
                .get("Value")
                .toString());
    }

    /** Returns when a statement of this form is being executed, and so waits for something: others take no time. */
    public void awaitExecuting(String form) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (number("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE ?", form) == 0) {
            assertThat(System.nanoTime()).as("begin of " + form).isLessThan(end);
        }
    }

    /** The rows, by column. */
    public List<Map<String, Object>> of(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                return rows(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, Object>> rows(ResultSet found) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (found.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** How many rows the database has read so far, for all connections. */
    public long read() {
        return of("SHOW GLOBAL STATUS LIKE 'Handler_read_%'").stream()
                .map(row -> List.copyOf(row.values()))
                .filter(row -> READS.contains(row.getFirst().toString().toLowerCase(Locale.ROOT)))
                .mapToLong(row -> Long.parseLong(row.getLast().toString()))
                .sum();
    }

    /** Changes rows, to set up states that only an accident can produce. */
    public void change(String sql) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The contents of all tables as {@code table.column: value} lines. */
    public List<String> everything() {
        List<String> lines = new ArrayList<>();
        for (String table : texts("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
            for (Map<String, Object> row : of("SELECT * FROM " + table)) {
                row.forEach((column, value) -> lines.add(table + "." + column + ": " + text(value)));
            }
        }
        return lines;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
