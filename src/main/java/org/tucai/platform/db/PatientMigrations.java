package org.tucai.platform.db;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrations use connections of their own without time limits, because a large table takes as long as it takes. On the connections of
 * requests, socket reads and statements time out.
 */
@Singleton
@Named(PatientMigrations.NAME)
class PatientMigrations implements FlywayConfigurationCustomizer {
    static final String NAME = "default";

    private final Migrations migrations;
    private final DatasourceConfiguration address;

    PatientMigrations(Migrations migrations, @Named(NAME) DatasourceConfiguration address) {
        this.migrations = migrations;
        this.address = address;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration configuration) {
        configuration.dataSource(new Patient(configuration.getDataSource(), address));
        // the framework knows one kind of failure only; its own run then finds nothing to do
        migrations.run(configuration);
    }

    private static final class Patient extends DelegatingDataSource {
        private final DatasourceConfiguration address;

        Patient(DataSource source, DatasourceConfiguration address) {
            super(source);
            this.address = address;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection =
                    DriverManager.getConnection(address.getUrl(), address.getUsername(), address.getPassword());
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setNetworkTimeout(Runnable::run, 0);
            return connection;
        }
    }
}
