package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.tucai.testing.TucaiTest;

@TucaiTest
class PatientMigrationsIT {
    private static final int REQUESTS_WAIT_MS = 20_000;

    private final Flyway flyway;

    PatientMigrationsIT(Flyway flyway) {
        this.flyway = flyway;
    }

    @Test
    void aMigrationRunsWithoutATimeLimit() throws SQLException {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(EndlessStatementIT.secondsOfAStatement(connection)).isZero();
        }
    }

    @Test
    void connectionsOfRequestsHaveTheirTimeoutAgainAfterwards() throws SQLException {
        DataSource pool =
                DelegatingDataSource.unwrapDataSource(flyway.getConfiguration().getDataSource());
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            flyway.getConfiguration().getDataSource().getConnection().close();
        }

        for (int i = 0; i < 3; i++) {
            Connection one = pool.getConnection();
            taken.add(one);
            assertThat(one.getNetworkTimeout()).isEqualTo(REQUESTS_WAIT_MS);
        }

        for (Connection one : taken) {
            one.close();
        }
    }
}
