package org.tucai.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucai.testing.LogOf;

class EmbeddedMariaDbIT {
    @TempDir
    private Path path;

    @Test
    void startsInAFolderWithABlankInItsName() throws IOException, SQLException {
        DataFolder folder = new DataFolder(path.resolve("tucai data").resolve("of 2026"));
        EmbeddedMariaDb database = new EmbeddedMariaDb(folder, new Migrations());

        EmbeddedMariaDb.Access access = database.start();
        try (Connection connection = connect(access)) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(Files.exists(folder.path().resolve("mariadb.new"))).isFalse();
            assertNobodyElseEnters(folder);
            assertRefusesADatabaseThatCannotStoreChinese(folder, connection, access);
        } finally {
            database.stop();
            folder.release();
        }
    }

    @Test
    void aServerThatRecoversLongerThanUsualIsWaitedForAndStaysTheOnlyOne() throws Exception {
        DataFolder folder = new DataFolder(path);
        EmbeddedMariaDb database = new EmbeddedMariaDb(folder, new Migrations(), Duration.ofMillis(1));

        EmbeddedMariaDb.Access access = database.start();
        try {
            ProcessHandle killed = servers(folder).getFirst();
            killed.destroyForcibly();
            killed.onExit().get();
            awaitConnection(access);

            assertThat(servers(folder)).hasSize(1).doesNotContain(killed);
        } finally {
            database.stop();
            folder.release();
        }
        assertThat(servers(folder)).isEmpty();
    }

    @Test
    void aRestartThatFailsIsALineEachTimeAndTriedAgain() throws Exception {
        DataFolder folder = new DataFolder(path);
        EmbeddedMariaDb database = new EmbeddedMariaDb(folder, new Migrations());
        EmbeddedMariaDb.Access access = database.start();
        Path obstacle = Files.createDirectories(path.resolve("mariadb-init.sql").resolve("no room"));
        try (LogOf log = LogOf.a(EmbeddedMariaDb.class)) {
            ProcessHandle killed = servers(folder).getFirst();
            killed.destroyForcibly();
            killed.onExit().get();
            awaitFailedRestart(log);
            Files.delete(obstacle);
            awaitConnection(access);

            assertThat(log.events())
                    .anySatisfy(line -> assertThat(line.getFormattedMessage())
                            .contains("cannot be started in " + path, "DirectoryNotEmpty"))
                    .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
        } finally {
            database.stop();
            folder.release();
        }
    }

    private static void awaitFailedRestart(LogOf log) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (log.lines().stream().noneMatch(line -> line.contains("cannot be started"))) {
            assertThat(System.nanoTime()).as("a failed restart in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<ProcessHandle> servers(DataFolder folder) {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("--datadir=" + folder.path()))
                .toList();
    }

    private static void awaitConnection(EmbeddedMariaDb.Access access) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            try {
                connect(access).close();
                return;
            } catch (SQLException e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos()); // not yet
            }
        }
        throw new AssertionError("The database did not come back");
    }

    /** The data folder may have been made by somebody, with more rights than its own. */
    private static void assertNobodyElseEnters(DataFolder folder) throws IOException {
        try (Stream<Path> within = Files.list(folder.path())) {
            assertThat(within.filter(Files::isDirectory).toList())
                    .hasSize(3)
                    .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .isEqualTo("rwx------"));
        }
    }

    /** MariaDB before 11.6 creates such a database by default. */
    private static void assertRefusesADatabaseThatCannotStoreChinese(
            DataFolder folder, Connection connection, EmbeddedMariaDb.Access access) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE tucai CHARACTER SET latin1");
        }

        assertThatThrownBy(address(folder, access, access.url())::checkedUrl)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The database tucai at TUCAI_DB_URL stores text as latin1")
                .hasMessageContaining("CREATE DATABASE tucai CHARACTER SET utf8mb4");
        assertThatThrownBy(address(folder, access, access.url().replace("/tucai", "/"))::checkedUrl)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("TUCAI_DB_URL must name a database");
    }

    private static DatabaseAddress address(DataFolder folder, EmbeddedMariaDb.Access access, String url) {
        return new DatabaseAddress(
                folder,
                () -> {
                    throw new AssertionError("the embedded database is not asked for");
                },
                url,
                access.user(),
                access.password());
    }

    private static Connection connect(EmbeddedMariaDb.Access access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    @Test
    void isInstalledCleanlyWhileTheScriptOfAKilledStartStillWrites() throws Exception {
        Path orphan = Files.createDirectories(path.resolve("mariadb.new").resolve("mysql"));
        AtomicBoolean over = new AtomicBoolean();
        Thread script = Thread.ofVirtual().start(() -> {
            for (int i = 0; !over.get(); i++) {
                try {
                    Files.createDirectories(orphan);
                    Files.createFile(orphan.resolve("orphan" + i));
                } catch (IOException e) {
                    // deleted in the meantime
                }
                LockSupport.parkNanos(100_000);
            }
        });

        try {
            new MariaDbFiles(path).prepare();
        } finally {
            over.set(true);
            script.join();
        }

        assertThat(path.resolve("mariadb").resolve("mysql"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("orphan"));
    }

    @Test
    void saysInOneSentenceWhyItCannotBeStarted() throws IOException {
        DataFolder folder = new DataFolder(path);
        Files.createDirectory(path.resolve("mariadbd.pid"));

        assertThatThrownBy(new EmbeddedMariaDb(folder, new Migrations())::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The embedded database cannot be started in " + path + " (");
        folder.release();
    }

    @Test
    void isNotInstalledOnADiskWithTooLittleRoom() {
        assertThatThrownBy(() -> new MariaDbFiles(path).refuseWithoutRoom(60_000_000))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("needs 700 MB of free space")
                .hasMessageContaining("where only 60 MB are left");
    }
}
