package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tucai.trial.TrialFailed;

class StageTest {
    @Test
    void aConnectionThatBreaksWhileTheServerWarmsUpIsNotCounted() throws IOException, InterruptedException {
        AtomicInteger turns = new AtomicInteger();

        Stage.Result result = run(line -> {
            if (turns.getAndIncrement() == 0) {
                throw new IOException("reset");
            }
            return false;
        });

        assertThat(turns).hasValue(2);
        assertThat(result.kinds()).isEmpty();
    }

    /** As when all tickets for uploads are used up while the server warms up. */
    @Test
    void aStageThatWasOverBeforeItCountedHasNoSpeed() throws IOException, InterruptedException {
        assertThat(run(line -> false).perSecond()).isNaN();
    }

    @Test
    void aConnectionThatBreaksLaterIsAnError() throws IOException, InterruptedException {
        long begin = System.nanoTime();

        Stage.Result result = run(line -> {
            if (System.nanoTime() - begin > Duration.ofMillis(2500).toNanos()) {
                throw new IOException("reset");
            }
            Thread.sleep(10);
            return true;
        });

        assertThat(result.kinds().get("connection").errors())
                .containsOnlyKeys("IOException")
                .allSatisfy((name, times) -> assertThat(times).isPositive());
    }

    /** The figures would be of fewer connections than asked for. */
    @Test
    void aScriptThatFailsEndsTheStageWithItsFailure() {
        AtomicInteger others = new AtomicInteger();

        assertThatThrownBy(() -> run(
                        line -> {
                            throw new TrialFailed("no such review");
                        },
                        line -> others.incrementAndGet() > 0))
                .isInstanceOf(TrialFailed.class)
                .hasMessage("no such review");
    }

    @Test
    void aSpeedIsThatOfTheAnswersWithoutErrorsAndSoAreItsPercentiles() {
        List<Stage.Sample> samples = new ArrayList<>();
        IntStream.rangeClosed(1, 200).forEach(n -> samples.add(new Stage.Sample("home", n * 1_000_000L, "")));
        samples.add(new Stage.Sample("home", 900_000_000, "503"));
        samples.add(new Stage.Sample("home", 900_000_000, "503"));
        samples.add(new Stage.Sample("upload", 7_000_000, ""));

        Map<String, Stage.Kind> kinds = Stage.kinds(samples, 4);

        assertThat(kinds)
                .containsEntry("home", new Stage.Kind(50, 100, 198, Map.of("503", 2)))
                .containsEntry("upload", new Stage.Kind(0.25, 7, 7, Map.of()));
        assertThat(new Stage.Result(kinds, new Processors.Spent(0, 0, 0)).perSecond())
                .isEqualTo(50.25);
    }

    /** Timed from when it was sent, a server that falls ever further behind would look as fast as ever. */
    @Test
    void theFirstRequestOfATurnAtAFixedRateIsTimedFromWhenItWasDue() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/bad") ? 400 : 204, -1);
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        try {
            Stage.Result result = new Stage(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Duration.ofSeconds(1))
                    .seat(
                            line -> {
                                for (String path : List.of("/first", "/second", "/bad")) {
                                    line.send(path, Wire.Call.get(path, "token"));
                                }
                                return true;
                            },
                            Duration.ofMillis(50))
                    .run(Processors.unknown());

            Stage.Kind first = result.kinds().get("/first");
            Stage.Kind second = result.kinds().get("/second");
            assertThat(second.p50Millis()).isGreaterThanOrEqualTo(100);
            assertThat(first.p50Millis()).as("turns late, too").isGreaterThan(second.p50Millis() + 1000);
            assertThat(result.kinds().get("/bad").errors()).containsOnlyKeys("400");
            assertThat(result.perSecond()).isEqualTo(first.perSecond() + second.perSecond());
        } finally {
            server.stop(0);
        }
    }

    /** On connections that somebody accepts, and nobody answers. */
    private static Stage.Result run(Stage.Script... scripts) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Stage stage = new Stage(URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofSeconds(1));
            for (Stage.Script script : scripts) {
                stage.seat(script);
            }
            return stage.run(Processors.unknown());
        }
    }
}
