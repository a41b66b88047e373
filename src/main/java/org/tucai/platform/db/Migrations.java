package org.tucai.platform.db;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database to this program's schema. Neither MariaDB nor MySQL rolls back the changes of an interrupted migration to tables.
 * Therefore a request to stop does not interrupt one, a first start that was killed begins anew, and where there is data the backup has
 * to be restored.
 */
@Singleton
class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** ER_BINLOG_CREATE_ROUTINE_NEED_SUPER. */
    private static final int TRIGGERS_NOT_TRUSTED = 1419;

    private final Semaphore turn = new Semaphore(1);

    /** Migrates; refuses a database that a newer program has changed, or that somebody left half changed. */
    void run(FluentConfiguration configuration) {
        Thread end = new Thread(this::stop, "migrations-end");
        turn.acquireUninterruptibly();
        try {
            Runtime.getRuntime().addShutdownHook(end);
            try {
                migrate(configuration);
            } finally {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        } catch (IllegalStateException e) {
            throw new StartRefused(
                    "Stopped while the database was prepared.",
                    e); // the JVM is ending: no hook can be added or removed
        } finally {
            turn.release();
        }
    }

    private void stop() {
        LOG.info("Stopping once the database migration has finished");
        awaitEnd();
    }

    /** Waits, for as long as it takes, until no migration is under way. */
    void awaitEnd() {
        turn.acquireUninterruptibly();
        turn.release();
    }

    private static void migrate(FluentConfiguration configuration) {
        Flyway flyway = configuration.load();
        try {
            MigrationInfoService changes = flyway.info();
            refuseNewer(changes);
            migrate(flyway, changes);
        } catch (FlywayException e) {
            if (FullDisk.isBehind(e) || !isFirstStart(configuration)) {
                throw refused(e);
            }
            LOG.warn("The first start was aborted while creating the tables; creating them again");
            beginAnew(configuration);
        }
    }

    /** An upgrade may take minutes without any other output, and meanwhile the server must not be killed. */
    private static void migrate(Flyway flyway, MigrationInfoService changes) {
        MigrationInfo present = changes.current();
        MigrationInfo[] pending = changes.pending();
        boolean isUpgrade = present != null && pending.length > 0;
        if (isUpgrade) {
            LOG.info(
                    "Upgrading the database from {} to {}: do not kill the program until this is done",
                    present.getVersion(),
                    pending[pending.length - 1].getVersion());
        }
        flyway.migrate();
        if (isUpgrade) {
            LOG.info("The database is upgraded");
        }
    }

    private static void refuseNewer(MigrationInfoService changes) {
        String newest = Stream.of(changes.all())
                .filter(change ->
                        change.getState().isApplied() && !change.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .reduce("", (one, next) -> next);
        if (!newest.isEmpty()) {
            throw new StartRefused("A newer Tucai has changed the database (to " + newest
                    + "), and this one cannot use it; start the newer one again, or restore the backup that was made"
                    + " before it.");
        }
    }

    /** The very first change made the table of the key file's proof, and no start has come as far as writing that row. */
    private static boolean isFirstStart(FluentConfiguration configuration) {
        return has(configuration, """
                        SELECT 1 FROM information_schema.tables
                        WHERE table_schema = DATABASE() AND table_name = 'vault_check'""") && !has(configuration, "SELECT 1 FROM vault_check");
    }

    private static boolean has(FluentConfiguration configuration, String query) {
        try (Connection connection = configuration.getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        } catch (SQLException e) {
            throw new StartRefused(
                    "The connection to the database was lost while it was being prepared (" + e.getMessage() + ").", e);
        }
    }

    private static void beginAnew(FluentConfiguration configuration) {
        try {
            Flyway flyway = new FluentConfiguration()
                    .configuration(configuration)
                    .cleanDisabled(false)
                    .load();
            flyway.clean();
            flyway.migrate();
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    private static StartRefused refused(FlywayException e) {
        Throwable innermost = innermost(e);
        if (innermost instanceof SQLException sql && sql.getErrorCode() == TRIGGERS_NOT_TRUSTED) {
            return new StartRefused(
                    "The database server keeps a binary log and so lets no ordinary user create triggers, which guard"
                            + " the audit trail; let it trust them (as its administrator: SET PERSIST"
                            + " log_bin_trust_function_creators = ON, on MariaDB the same in its configuration file),"
                            + " then start again.",
                    e);
        }
        if (FullDisk.isBehind(e)) {
            return new StartRefused(
                    "The database's disk is full (" + oneLine(innermost)
                            + "); free some space, then start again. If that start finds the database half changed,"
                            + " restore the backup that was made before.",
                    e);
        }
        return new StartRefused(
                "The database cannot be upgraded to the schema this program needs (" + oneLine(innermost)
                        + "). A start that was killed in the middle of an upgrade leaves it half changed: restore the"
                        + " backup that was made before. A new database must be empty, and its user must have all"
                        + " rights on it.",
                e);
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private static Throwable innermost(Throwable failure) {
        Throwable found = failure;
        while (found.getCause() != null) {
            found = found.getCause();
        }
        return found;
    }
}
