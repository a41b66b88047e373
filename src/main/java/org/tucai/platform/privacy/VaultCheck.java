package org.tucai.platform.privacy;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The proofs of {@link KeyProof}, one row per generation of the keys. Plain JDBC: they are read before transactions are available. */
@Singleton
class VaultCheck {
    private final DataSource source;

    VaultCheck(DataSource source) {
        this.source = DelegatingDataSource.unwrapDataSource(source);
    }

    /** What one generation of the keys has sealed, when that was stored, and which algorithms were set then. */
    static final class Proof {
        private final byte[] sealed;
        private final Algorithms algorithms;
        private final Instant at;

        Proof(byte[] sealed, Algorithms algorithms, Instant at) {
            this.sealed = sealed;
            this.algorithms = algorithms;
            this.at = at;
        }

        byte[] sealed() {
            return sealed;
        }

        Algorithms algorithms() {
            return algorithms;
        }

        Instant at() {
            return at;
        }
    }

    /** All proofs, by generation. */
    List<Proof> proofs() {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT sealed, algorithms, created_at FROM vault_check ORDER BY id");
                ResultSet row = query.executeQuery()) {
            List<Proof> proofs = new ArrayList<>();
            while (row.next()) {
                proofs.add(new Proof(
                        row.getBytes(1),
                        Algorithms.valueOf(row.getString(2)),
                        row.getTimestamp(3).toInstant()));
            }
            return proofs;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read vault_check", e);
        }
    }

    void store(int generation, byte[] sealed, Algorithms algorithms, Instant at) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO vault_check (id, sealed, algorithms, created_at) VALUES (?, ?, ?, ?)")) {
            insert.setInt(1, generation);
            insert.setBytes(2, sealed);
            insert.setString(3, algorithms.name());
            insert.setTimestamp(4, Timestamp.from(at));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write vault_check", e);
        }
    }

    /** Replaces the proof of the first generation. */
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
