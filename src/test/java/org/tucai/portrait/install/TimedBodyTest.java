package org.tucai.portrait.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
    private static final int MILLIS = 200;

    /** A large file over a slow line takes longer than any silence that is allowed. */
    @Test
    void limitsEachReadAndNotTheWholeDownload() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayInputStream file = new ByteArrayInputStream(new byte[10]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        try (TimedBody body = new TimedBody(file, Duration.ofMillis(MILLIS))) {
            assertThat(body.read(new byte[10], 0, 5)).isEqualTo(5);
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(2 * MILLIS, TimeUnit.MILLISECONDS))
                    .join();

            assertThat(closed).isFalse();
            assertThat(body.read(new byte[10], 0, 5)).isEqualTo(5);
        }
    }
}
