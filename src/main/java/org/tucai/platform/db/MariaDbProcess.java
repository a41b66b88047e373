package org.tucai.platform.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the database server, from its command to its end. */
final class MariaDbProcess {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbProcess.class);

    private static final Duration LONGEST_END = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int PATIENCE_MS = 1000;

    private final Process process;
    private final int port;

    private MariaDbProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A port nobody listens on at this moment. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the server; it need not listen yet. */
    static MariaDbProcess start(MariaDbFiles files, int port, List<String> arguments) throws IOException {
        ProcessBuilder builder = files.server(arguments);
        builder.command().addAll(List.of("--bind-address=127.0.0.1", "--port=" + port));
        return new MariaDbProcess(builder.start(), port);
    }

    /**
     * Waits until it takes connections, however long it recovers what a crash left: another server on the same data would not get further.
     *
     * @param patience after so long, and each time after as long again, a warning is logged
     * @return false when it ended instead
     */
    boolean awaitReady(Duration patience) {
        long began = System.nanoTime();
        long warned = began;
        while (process.isAlive()) {
            if (greets()) {
                return true;
            }
            long now = System.nanoTime();
            if (now - warned > patience.toNanos()) {
                warned = now;
                LOG.warn(
                        "The embedded database has been starting for {} s; it recovers what a crash left, or waits for room on a full disk",
                        Duration.ofNanos(now - began).toSeconds());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    /** The server speaks first: a byte of its greeting means that it has recovered and read its init file. */
    private boolean greets() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Ends it in order; by force when it does not. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("The embedded database did not stop cleanly; it recovers at the next start");
            process.destroyForcibly();
        }
    }

    /** A server that outlived a killed JVM still holds the lock on the data: ends it first. */
    static void endOrphan(Path pidFile, Path data) throws IOException {
        ProcessHandle orphan =
                Files.exists(pidFile) ? handle(Files.readString(pidFile).strip()) : null;
        if (orphan == null || !isServerOf(orphan, data)) {
            return;
        }
        LOG.warn("Ending the database process {} left over from a killed run", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("Interrupted while a left-over database process ended.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefused(
                    "The left-over database process " + orphan.pid() + " does not end; stop it by hand.", e);
        }
    }

    private static @Nullable ProcessHandle handle(String id) {
        return id.matches("\\d{1,18}")
                ? ProcessHandle.of(Long.parseLong(id))
                        .filter(ProcessHandle::isAlive)
                        .orElse(null)
                : null;
    }

    /** Another process may have the number by now, even the database of another folder: the command line tells. */
    private static boolean isServerOf(ProcessHandle process, Path data) {
        String program = process.info().command().orElse("");
        return program.contains("mariadbd")
                && process.info()
                        .commandLine()
                        .map(line -> (line + " ").contains("--datadir=" + data + " "))
                        .orElse(true);
    }
}
