package org.tucai.platform.db;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A migration may work on a large table for as long as it takes; only requests are given up when the database does not answer. */
@Singleton
@Named(PatientMigrations.NAME)
class PatientMigrations implements FlywayConfigurationCustomizer {
    static final String NAME = "default";

    private final Migrations migrations;

    PatientMigrations(Migrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration configuration) {
        configuration.dataSource(new Patient(configuration.getDataSource()));
        // the framework knows one kind of failure only; its own run then finds nothing to do
        migrations.run(configuration);
    }

    private static final class Patient extends DelegatingDataSource {
        Patient(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setNetworkTimeout(
                    Runnable::run, 0); // the pool puts its own back when it gets the connection back
            return connection;
        }
    }
}
