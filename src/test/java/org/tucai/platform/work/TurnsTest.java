package org.tucai.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

class TurnsTest {
    private final Turns turns = new Turns();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private int work() throws InterruptedException {
        begun.release();
        goOn.await();
        return 1;
    }

    @Test
    void anAccountMayHaveOneRequestRunningAndTwoWaiting() throws Exception {
        List<Future<Integer>> asked = new ArrayList<>();

        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1 + Turns.MOST_WAITING; i++) {
                asked.add(requests.submit(() -> turns.<Integer, InterruptedException>run("acc_1", this::work)));
            }
            begun.acquire();
            awaitRefusal();
            boolean second = begun.tryAcquire();
            goOn.countDown();

            assertThat(second).isFalse();
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
        assertThat(turns.<Integer, RuntimeException>run("acc_1", () -> 2))
                .as("all is forgotten")
                .isEqualTo(2);
    }

    /** Only once all have joined: earlier, this call would join too. */
    private void awaitRefusal() {
        while (turns.length("acc_1") < 1 + Turns.MOST_WAITING) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> turns.<Integer, RuntimeException>run("acc_1", () -> 3))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(PlatformProblem.TOO_MANY_REQUESTS));
    }

    @Test
    void oneAccountsRequestDoesNotDelayAnothers() throws Exception {
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first =
                    requests.submit(() -> turns.<Integer, InterruptedException>run("acc_1", this::work));
            begun.acquire();

            assertThat(turns.<Integer, RuntimeException>run("acc_2", () -> 2)).isEqualTo(2);

            goOn.countDown();
            first.get();
        }
    }

    @Test
    void aFailedRequestEndsItsTurn() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> turns.run("acc_1", () -> {
                    throw new IOException("broken");
                }));

        assertThat(turns.<Integer, RuntimeException>run("acc_1", () -> 1)).isEqualTo(1);
        assertThat(turns.length("acc_1")).isZero();
    }
}
