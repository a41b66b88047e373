package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tucai.testing.LogOf;

class AcceptingTest {
    @RegisterExtension
    final LogOf log = LogOf.a(Accepting.class);

    @Test
    void aConnectionThatCannotBeAcceptedIsWaitedForAndSaidOnceInOneLine() {
        EmbeddedChannel listening = new EmbeddedChannel(new Accepting());
        listening.freezeTime();

        for (int i = 0; i < 3; i++) {
            listening.pipeline().fireExceptionCaught(new IOException("Too many open files"));
            assertThat(listening.config().isAutoRead()).isFalse();
            listening.advanceTimeBy(1, TimeUnit.SECONDS);
            listening.runScheduledPendingTasks();
            assertThat(listening.config().isAutoRead()).isTrue();
        }

        listening.checkException(); // none reached the end, where the framework logs a stack trace
        assertThat(log.lines())
                .containsExactly(
                        "No new connection can be accepted; those already open go on: java.io.IOException: Too many"
                                + " open files");
    }
}
