package org.tucai.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BreakOffTest {
    @Test
    @Timeout(60) // the work would go on for ever
    void interruptedWorkCanEndWhatItStarted() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWork.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("begun");

            process.toHandle().destroy(); // leaves the pipe open

            assertThat(said.lines()).containsExactly("interrupted", "ended what it started");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void completedWorkLeavesTheThreadUninterrupted() throws IOException, InterruptedException {
        BreakOff.during(() -> {});

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Runs until it is told to stop. */
    static final class EndlessWork {
        private EndlessWork() {}

        public static void main(String[] args) throws IOException {
            try {
                BreakOff.during(EndlessWork::work);
            } catch (InterruptedException e) {
                System.exit(1);
            }
        }

        private static void work() throws InterruptedException {
            System.out.println("begun");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                System.out.println("interrupted");
                throw e;
            } finally {
                System.out.println("ended what it started");
            }
        }
    }
}
