package org.tucai.portrait.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ModelInstallerTest {
    @TempDir
    Path folder;

    @Test
    void refusesAFileWithAWrongDigestAndLeavesNothingBehind() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = folder.resolve("to");
        Files.write(from.resolve(ModelFile.FACES.fileName()), new byte[(int) ModelFile.FACES.bytes()]);

        assertThatThrownBy(() -> new ModelInstaller(to, (file, done) -> {}).copyFrom(from))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
        try (var left = Files.list(to)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void copiesACompleteSetAndFindsItAgain() throws IOException {
        Path models = Path.of("../shared/models");
        assumeTrue(Files.isDirectory(models), "no models beside the project");
        Path to = folder.resolve("to");
        List<ModelFile> done = new ArrayList<>();

        new ModelInstaller(to, (file, bytes) -> {
                    if (bytes == file.bytes()) {
                        done.add(file);
                    }
                })
                .copyFrom(models);

        assertThat(done).containsExactly(ModelFile.values());
        assertThat(ModelFolder.require(to)).isEqualTo(to);
        try (var left = Files.list(to)) {
            assertThat(left)
                    .hasSize(ModelFile.values().length)
                    .as("readable by the user the server runs as")
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).contains(PosixFilePermission.OTHERS_READ));
        }

        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatNoException().isThrownBy(() -> new ModelInstaller(to, (file, bytes) -> {}).copyFrom(empty));

        Files.write(to.resolve(ModelFile.HEAD.fileName()), new byte[(int) ModelFile.HEAD.bytes()]);
        assertThatThrownBy(() -> ModelFolder.requireIntact(to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("damaged models in " + to + ": " + ModelFile.HEAD.fileName() + "; install");
    }

    /** It would fill the disk. */
    @Test
    @Timeout(60)
    void stopsADownloadThatIsLargerThanTheFile() throws IOException {
        int most = 64 * 1024 * 1024;
        AtomicInteger sent = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0); // of unknown length
            byte[] piece = new byte[64 * 1024];
            while (sent.get() < most) {
                exchange.getResponseBody().write(piece); // fails when the client has gone
                sent.addAndGet(piece.length);
            }
            exchange.close();
        });
        server.start();
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        assertThatThrownBy(() -> new ModelInstaller(folder.resolve("to"), (file, done) -> {}).download(host))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");

        server.stop(0);
        assertThat(sent.get()).as("little more than what was on its way").isLessThan(most / 2);
    }

    @Test
    void leavesNothingOfADownloadThatBrokeOff() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ModelFile.FACES.bytes());
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });
        server.start();
        Path to = folder.resolve("to");
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        assertThatThrownBy(() -> new ModelInstaller(to, (file, done) -> {}).download(host))
                .isInstanceOf(IOException.class);

        server.stop(0);
        try (var left = Files.list(to)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    @Timeout(30)
    void givesUpADownloadThatFallsSilent() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ModelFile.FACES.bytes());
            exchange.getResponseBody().write(new byte[1000]);
            exchange.getResponseBody().flush();
            waitFor(over);
        });
        server.start();
        Path to = folder.resolve("to");
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        try {
            assertThatThrownBy(() -> new ModelInstaller(to, (file, done) -> {}, Duration.ofSeconds(1)).download(host))
                    .isInstanceOf(IOException.class)
                    .hasMessage("nothing has come for 1 s");
        } finally {
            over.countDown();
            server.stop(0);
        }
        try (var left = Files.list(to)) {
            assertThat(left).isEmpty();
        }
    }

    /** Until the last byte it cannot be told that the file is not the one wanted. */
    @Test
    @Timeout(30)
    void takesADownloadThatIsSlowButNeverSilentToItsEnd() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            for (int i = 0; i < 4; i++) {
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                exchange.getResponseBody().write(i);
                exchange.getResponseBody().flush();
            }
            exchange.close();
        });
        server.start();
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        assertThatThrownBy(() -> new ModelInstaller(folder.resolve("to"), (file, done) -> {}, Duration.ofSeconds(1))
                        .download(host))
                .hasMessageContaining("is not the file wanted");

        server.stop(0);
    }

    @Test
    @Timeout(30)
    void givesUpAHostThatDoesNotAnswer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/", exchange -> waitFor(over));
        server.start();
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        try {
            assertThatThrownBy(() -> new ModelInstaller(folder.resolve("to"), (file, done) -> {}, Duration.ofSeconds(1))
                            .download(host))
                    .isInstanceOf(IOException.class)
                    .hasMessage(host + ModelFile.FACES.path() + " has not answered for 1 s");
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A person names a mirror as it stands in the browser; without a slash its name would run into the first folder's. */
    @Test
    void asksAMirrorThatIsNamedWithoutASlashAtItsEnd() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        AtomicReference<String> asked = new AtomicReference<>();
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/mirror";

        assertThatThrownBy(() -> new ModelInstaller(folder.resolve("to"), (file, done) -> {}).download(mirror))
                .isInstanceOf(IOException.class);

        server.stop(0);
        assertThat(asked.get()).isEqualTo("/mirror/" + ModelFile.FACES.path());
    }

    @Test
    void namesTheAddressWhoseDownloadFails() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
        String host = "http://127.0.0.1:" + server.getAddress().getPort() + "/";

        assertThatThrownBy(() -> new ModelInstaller(folder.resolve("to"), (file, done) -> {}).download(host))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(host + ModelFile.FACES.path())
                .hasMessageContaining("404");

        server.stop(0);
    }

    @Test
    void findsNoCompleteSetInAnEmptyFolder() {
        assertThatThrownBy(() -> ModelFolder.require(folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pinsEveryFileByDigestAndCommit() {
        for (ModelFile file : ModelFile.values()) {
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.path()).matches("[^/]+/[^/]+/[0-9a-f]{40}/.+");
        }
    }
}
