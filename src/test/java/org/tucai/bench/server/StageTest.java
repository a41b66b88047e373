package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
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
