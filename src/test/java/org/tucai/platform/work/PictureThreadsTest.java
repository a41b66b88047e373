package org.tucai.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

class PictureThreadsTest {
    private final PictureThreads threads = new PictureThreads();

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void worksOnAThreadThatIsNotVirtual() {
        assertThat(threads.<Boolean, RuntimeException>run(
                        () -> Thread.currentThread().isVirtual()))
                .isFalse();
    }

    @Test
    void worksOnAsManyPicturesAtOnceAsThereAreCores() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        Semaphore begun = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<Integer>> asked = new ArrayList<>();

        try (var students = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < cores + 1; i++) {
                asked.add(students.submit(() -> threads.<Integer, InterruptedException>run(() -> {
                    begun.release();
                    goOn.await();
                    return begun.availablePermits();
                })));
            }
            begun.acquire(cores);
            boolean oneMore = begun.tryAcquire();
            goOn.countDown();

            assertThat(oneMore).isFalse();
            for (Future<Integer> one : asked) {
                one.get();
            }
        }
        assertThat(begun.tryAcquire()).as("the last had its turn").isTrue();
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> threads.run(() -> {
                    throw new IOException("broken");
                }))
                .withMessage("broken");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> threads.run(() -> {
                    throw new IllegalStateException("wrong");
                }));
    }

    @Test
    void refusesWorkOnceItCloses() {
        threads.close();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> threads.run(() -> 1))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(PlatformProblem.TEMPORARILY_UNAVAILABLE));
    }
}
