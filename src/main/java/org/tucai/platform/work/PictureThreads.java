package org.tucai.platform.work;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tucai.platform.problem.PlatformProblem;
import org.tucai.platform.problem.ProblemException;

/**
 * Threads for CPU-bound work: judging and cutting portraits, reading codes. Requests run on virtual threads, which share one carrier per
 * core and are not time-sliced, and native code pins its carrier; a picture judged there would hold up every other request. Here as many
 * pictures as there are cores are processed at once and the rest wait: more at once would only make everybody wait longer and need more
 * memory for decoded pictures.
 */
@Singleton
public final class PictureThreads {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final int most;
    private final Semaphore places;
    private final ExecutorService threads;

    PictureThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        this.most = cores;
        this.places = new Semaphore(cores, true);
        this.threads = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().name("picture-", 1).daemon().factory());
    }

    /** Work on a picture. */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T result() throws X;
    }

    /**
     * Does the work on one of the threads and waits for its result.
     *
     * @throws ProblemException temporarily-unavailable when no place came free within 20 seconds or the server is closing
     * @throws X what the work throws
     */
    public <T, X extends Exception> T run(Work<T, X> work) throws X {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw unavailable();
            }
            return submitted(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            @SuppressWarnings("unchecked") // all that is left for the work to throw
            X known = (X) Objects.requireNonNull(e.getCause());
            throw known;
        }
    }

    private <T, X extends Exception> Future<T> submitted(Work<T, X> work) {
        try {
            return threads.submit(() -> {
                try {
                    return work.result();
                } finally {
                    places.release(); // here and not by who waits: that one may be interrupted while the work goes on
                }
            });
        } catch (RejectedExecutionException e) {
            places.release();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.retryAfter(PlatformProblem.TEMPORARILY_UNAVAILABLE, LONGEST_WAIT);
    }

    int places() {
        return most;
    }

    int busy() {
        return most - places.availablePermits();
    }

    int waiting() {
        return places.getQueueLength();
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }
}
