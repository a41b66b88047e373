package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.testing.LogOf;

/** What a start finds in the database, tested on a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationsIT {
    @TempDir
    private static Path path;

    private DataFolder folder;
    private EmbeddedMariaDb database;
    private DataSource source;

    private final Migrations migrations = new Migrations();

    @BeforeAll
    void startTheDatabase() {
        folder = new DataFolder(path.resolve("data"));
        database = new EmbeddedMariaDb(folder, migrations);
        EmbeddedMariaDb.Access access = database.start();
        MysqlDataSource found = new MysqlDataSource();
        found.setUrl(access.url());
        found.setUser(access.user());
        found.setPassword(access.password());
        source = found;
    }

    @AfterAll
    void stopTheDatabase() throws IOException {
        database.stop();
        folder.release();
    }

    @BeforeEach
    void emptyTheDatabase() throws SQLException {
        execute("DROP DATABASE tucai", "CREATE DATABASE tucai CHARACTER SET utf8mb4");
    }

    @Test
    void aFirstStartKilledDuringTheMigrationsBeginsAnew() throws SQLException {
        migrateTo("0001");
        execute("CREATE TABLE message (id BIGINT)"); // as the second migration does first

        migrations.run(complete());

        assertThat(count("SELECT COUNT(*) FROM message")).isZero();
        assertThat(count("SELECT COUNT(*) FROM login_session")).isZero();
        assertThat(complete().load().info().pending()).isEmpty();
    }

    @Test
    void aFirstStartThatFailedEarlierBeginsAnewToo() throws SQLException {
        migrateTo("0001");
        execute("CREATE TABLE message (id BIGINT)");
        assertThatCode(() -> complete().load().migrate()).hasMessageContaining("'message' already exists");

        migrations.run(complete());

        assertThat(complete().load().info().pending()).isEmpty();
    }

    @Test
    void anUpgradeOfExistingDataKilledMidwayIsRefusedUntilTheBackupIsRestored() throws SQLException {
        migrateTo("0111");
        execute("INSERT INTO vault_check (id, sealed, created_at) VALUES (1, 'sealed', NOW())");
        execute("CREATE TABLE spent_tries (id BIGINT)");

        for (int start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> migrations.run(complete()))
                    .as("start %d", start)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("restore the backup that was made before");
        }
        assertThat(count("SELECT COUNT(*) FROM vault_check")).isEqualTo(1);
    }

    @Test
    void saysWhenItUpgradesDataThatAreThereAndIsSilentOtherwise() throws SQLException {
        try (LogOf log = LogOf.from(Level.INFO, Migrations.class.getName())) {
            migrateTo("0157");
            execute("INSERT INTO vault_check (id, sealed, created_at) VALUES (1, 'sealed', NOW())");
            String newest = last(complete().load().info().pending());
            migrations.run(complete());
            assertThat(log.lines())
                    .containsExactly(
                            "Upgrading the database from 0157 to " + newest
                                    + ": do not kill the program until this is done",
                            "The database is upgraded");

            log.forget();
            migrations.run(complete());
            execute("DROP DATABASE tucai", "CREATE DATABASE tucai CHARACTER SET utf8mb4");
            migrations.run(complete());
            assertThat(log.lines()).isEmpty();
        }
    }

    private static String last(MigrationInfo... changes) {
        return changes[changes.length - 1].getVersion().toString();
    }

    @Test
    void accountsAndMessagesThatNobodyCanReadAnyMoreAreDeleted() throws SQLException {
        migrateTo("0144");
        execute(
                "SET SESSION sql_mode = ''", // rows with only the columns under test
                "INSERT INTO account (no, phone, phone_index) VALUES ('signs_in', 'sealed', 'a')",
                "INSERT INTO account (no) VALUES ('goes_on'), ('walked_in')",
                "INSERT INTO capture (no, account_no, facts_sealed) VALUES ('c1', 'goes_on', 'sealed'), ('c2', 'walked_in', NULL)",
                "INSERT INTO message (no, account_no) VALUES ('m1', 'signs_in'), ('m2', 'goes_on'), ('m3', 'walked_in'), ('m4', 'gone')",
                "INSERT INTO message_delivery (no, account_no) VALUES ('d1', 'signs_in'), ('d2', NULL), ('d3', 'gone')");

        migrations.run(complete());

        assertThat(count("SELECT COUNT(*) FROM account WHERE no IN ('signs_in', 'goes_on')"))
                .isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM account")).isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM message WHERE no IN ('m1', 'm2')"))
                .isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM message")).isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM message_delivery WHERE no IN ('d1', 'd2')"))
                .isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM message_delivery")).isEqualTo(2);
    }

    @Test
    void whetherAPaymentWasWhollyPromisedBackIsFilledInFromItsRefunds() throws SQLException {
        migrateTo("0124");
        execute(
                payment("at_once", 1),
                refund(1, "at_once", 1500, 0, "SUCCEEDED", 5),
                payment("in_parts", 2),
                refund(2, "in_parts", 1000, 0, "CLOSED", 5),
                refund(3, "in_parts", 500, 1, "SUCCEEDED", 6),
                payment("tried_on", 2),
                refund(4, "tried_on", 1000, 0, "CLOSED", 1),
                refund(5, "tried_on", 1000, 2, "CLOSED", 3),
                payment("kept", 0));

        migrations.run(complete());

        assertThat(count("SELECT COUNT(*) FROM payment WHERE wholly_asked = (no IN ('at_once', 'in_parts'))"))
                .isEqualTo(4);
    }

    private static String payment(String no, int refunds) {
        return "INSERT INTO payment (no, subject_no, payer_no, gateway, description, amount_minor, currency, status, paid_minor,"
                + " refund_asked_minor, refunded_minor, refund_count, created_at, expires_at, version) VALUES ('" + no
                + "', 'ord', 'acc', 'sandbox', '', 1500, 'CNY', 'SUCCEEDED', 1500, 0, 0, " + refunds
                + ", NOW(), NOW(), 0)";
    }

    private static String refund(int id, String paymentNo, int minor, int asked, String status, int settled) {
        return "INSERT INTO refund (id, no, payment_no, subject_no, amount_minor, reason, requested_by, status, requested_at,"
                + " submit_at, settled_at, version) VALUES (" + id + ", 'ref_" + id + "', '" + paymentNo + "', 'ord', "
                + minor + ", '', 'SYSTEM:', '" + status + "', '2026-01-01' + INTERVAL " + asked + " DAY, NOW(),"
                + " '2026-01-01' + INTERVAL " + settled + " DAY, 0)";
    }

    @Test
    void aDatabaseWithForeignTablesIsRefusedAndLeftAlone() throws SQLException {
        execute("CREATE TABLE wordpress_post (id BIGINT)");

        assertThatThrownBy(() -> migrations.run(complete()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("A new database must be empty");

        assertThat(count("SELECT COUNT(*) FROM wordpress_post")).isZero();
    }

    /** As on a MySQL server with default settings. */
    @Test
    void aServerThatForbidsTriggersIsRefusedWithTheSettingToChange() {
        FluentConfiguration distrusted = complete()
                .initSql("SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1419, MESSAGE_TEXT = 'no SUPER privilege'");

        assertThatThrownBy(() -> migrations.run(distrusted))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("log_bin_trust_function_creators");
    }

    @Test
    void aStartOnAFullDatabaseIsRefusedAndChangesNothing() throws SQLException {
        migrateTo("0001");
        FluentConfiguration full = complete()
                .initSql("SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table is full'");

        assertThatThrownBy(() -> migrations.run(full))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The database's disk is full (The table is full); free some space");

        migrations.run(complete());
        assertThat(complete().load().info().pending()).isEmpty();
    }

    @Test
    void aDatabaseChangedByANewerProgramIsRefused() throws SQLException {
        migrations.run(complete());
        execute("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (900, '9000', 'of next year', 'SQL', 'V9000__of_next_year.sql', 1, 'tucai', 1, 1)""");

        assertThatThrownBy(() -> migrations.run(complete()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("A newer Tucai has changed the database (to 9000)")
                .hasMessageContaining("backup");
    }

    @Test
    void aStopWaitsForTheRunningMigrationToEnd() throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread start =
                Thread.ofVirtual().start(() -> migrations.run(complete().callbacks(new Pause(inTheMiddle, goOn))));
        assertThat(inTheMiddle.await(30, TimeUnit.SECONDS)).isTrue();
        Thread stop = Thread.ofVirtual().start(migrations::awaitEnd);

        assertThat(stop.join(Duration.ofMillis(200))).isFalse();
        goOn.countDown();
        start.join();

        assertThat(stop.join(Duration.ofSeconds(5))).isTrue();
        assertThat(complete().load().info().pending()).isEmpty();
    }

    /** Pauses before a migration until told to go on. */
    private record Pause(CountDownLatch reached, CountDownLatch goOn) implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public String getCallbackName() {
            return "pause";
        }
    }

    private FluentConfiguration complete() {
        return new FluentConfiguration().dataSource(source);
    }

    private void migrateTo(String version) {
        complete().target(version).load().migrate();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement one = connection.createStatement()) {
            for (String statement : statements) {
                one.execute(statement);
            }
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement one = connection.createStatement();
                ResultSet row = one.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
