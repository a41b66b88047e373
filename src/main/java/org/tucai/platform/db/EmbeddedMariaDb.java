package org.tucai.platform.db;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucai.platform.system.SystemError;

/**
 * The database that runs beside the program when no JDBC URL is configured; its data outlives every kind of end. When its
 * process dies while the program runs, it is started again.
 */
@Singleton
class EmbeddedMariaDb {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String SCHEMA = "tucai";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** The time in which the database is usually up. */
    private static final Duration USUAL_START = Duration.ofMinutes(3);

    private final Path home;
    private final MariaDbFiles files;
    private final Migrations migrations;
    private final Duration usualStart;
    private final String password = UUID.randomUUID().toString();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean up;
    private volatile boolean ending;
    private volatile @Nullable MariaDbProcess process;

    @Inject
    EmbeddedMariaDb(DataFolder folder, Migrations migrations) {
        this(folder, migrations, USUAL_START);
    }

    /** @param usualStart a start that takes longer is warned of, and waited for */
    EmbeddedMariaDb(DataFolder folder, Migrations migrations, Duration usualStart) {
        this.home = folder.path();
        this.migrations = migrations;
        this.usualStart = usualStart;
        this.files = new MariaDbFiles(home);
    }

    /** Where the started server listens. The password lives as long as the process. */
    record Access(String url, String user, String password) {}

    Access start() {
        try {
            MariaDbProcess.endOrphan(pidFile(), files.data());
            if (!files.exist()) {
                LOG.info("Preparing the embedded database in {}; this happens once", files.data());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::lastResort, "embedded-mariadb-end"));
            files.prepare();
            int port = MariaDbProcess.freePort();
            if (!run(port)) {
                throw new StartRefused("The embedded database did not start; its log " + files.log()
                        + " says why (usually another process on the same data, or a full disk).");
            }
            return new Access("jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA, "tucai", password);
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded database cannot be started in " + home + " (" + e + "); " + usualReason(e), e);
        }
    }

    private static String usualReason(IOException e) {
        return SystemError.NO_PERMISSION.isReasonOf(e)
                ? "usually files in it are not yours, or programs may not be run from there (noexec)."
                : "usually the disk is full, or files in it are not yours.";
    }

    /** Starts the server on that port and waits for it; true when it is ready, and watched from now on. */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs then reports its own failures
    private boolean run(int port) throws IOException {
        Path init = home.resolve("mariadb-init.sql");
        Files.move(
                Files.createTempFile(home, "init", ".sql"),
                init,
                StandardCopyOption.REPLACE_EXISTING); // only its owner's
        try {
            Files.writeString(init, initSql(password));
            MariaDbProcess started = MariaDbProcess.start(files, port, arguments(init));
            process = started;
            if (ending) {
                stop();
            }
            if (!started.awaitReady(usualStart)) {
                return false;
            }
            started.onExit().thenRunAsync(() -> revive(port), work -> new Thread(work, "embedded-mariadb").start());
            return true;
        } finally {
            Files.deleteIfExists(init);
        }
    }

    /** The process is gone although nobody asked it to: it comes back on the same port, so that the pool finds it. */
    private void revive(int port) {
        for (Duration pause = Duration.ofMillis(500); !ending; pause = longer(pause)) {
            LOG.error("The embedded database ended unexpectedly; starting it again (its log: {})", files.log());
            try {
                if (run(port)) {
                    LOG.info("The embedded database is back");
                    return;
                }
            } catch (IOException e) {
                LOG.error(
                        "The embedded database cannot be started in {} ({}); usually the disk is full. It is tried again",
                        home,
                        e.toString());
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private List<String> arguments(Path init) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pid-file=" + pidFile(),
                "--init-file=" + init,
                "--skip-ssl", // only this program talks to it, and making a key costs seconds at each start
                "--max_allowed_packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--max-connections=200"));
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        if (!windows) {
            // no file in the data folder: a socket's path may hold about a hundred characters only
            arguments.add("--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "tucai-" + UUID.randomUUID()));
            if ("root".equals(System.getProperty("user.name"))) {
                arguments.add("--user=root");
            }
        }
        return arguments;
    }

    private Path pidFile() {
        return home.resolve("mariadbd.pid");
    }

    /** Nobody else on this machine gets in: a new installation lets anybody in as root. */
    private static String initSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS 'tucai'@'localhost';
                ALTER USER 'tucai'@'localhost' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON `%1$s`.* TO 'tucai'@'localhost';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
                DELETE FROM mysql.global_priv WHERE User = '';
                FLUSH PRIVILEGES;
                """.formatted(SCHEMA, password);
    }

    @EventListener
    void up(ServerStartupEvent event) {
        up = true;
    }

    /** A normal end closes the context, which stops the database; a failed or interrupted start does not. */
    private void lastResort() {
        try {
            if (up && !stopped.await(60, TimeUnit.SECONDS)) {
                LOG.warn("Stopping the database although requests may still be running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        migrations.awaitEnd();
        if (!up) {
            hush();
        }
        stop();
    }

    /** A start that is told to stop loses its database, as it must; the stack trace of that would look like a fault. */
    private static void hush() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }

    @PreDestroy
    void stop() {
        ending = true;
        MariaDbProcess running = process;
        process = null;
        files.giveUp();
        try {
            if (running != null) {
                running.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
