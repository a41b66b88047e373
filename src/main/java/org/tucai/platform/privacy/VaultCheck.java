package org.tucai.platform.privacy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The row that was sealed with this data's key file. Plain JDBC: read before any transaction machinery is up. */
@Singleton
class VaultCheck {
    private final DataSource source;

    VaultCheck(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    byte @Nullable [] sealed() {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT sealed FROM vault_check WHERE id = 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getBytes(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read vault_check", e);
        }
    }

    void store(byte[] sealed, Instant at) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO vault_check (id, sealed, created_at) VALUES (1, ?, ?)")) {
            insert.setBytes(1, sealed);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write vault_check", e);
        }
    }

    /** Puts another proof in the place of the one that is there. */
    void renew(byte[] sealed) {
        try (Connection connection = source.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE vault_check SET sealed = ? WHERE id = 1")) {
            update.setBytes(1, sealed);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write vault_check", e);
        }
    }
}
