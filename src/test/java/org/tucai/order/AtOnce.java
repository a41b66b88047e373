package org.tucai.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work in several threads that start together. */
final class AtOnce {
    private AtOnce() {}

    /**
     * How one runner ended.
     *
     * @param value what it answered, null when it failed
     * @param failure what it threw, null when it did not
     */
    record End<T>(T value, Throwable failure) {
        boolean won() {
            return failure == null;
        }
    }

    /** Lets them all run at once and waits for the last. */
    @SafeVarargs
    static <T> List<End<T>> of(Callable<T>... runners) {
        CyclicBarrier start = new CyclicBarrier(runners.length);
        try (var threads = Executors.newFixedThreadPool(runners.length)) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(threads.submit(() -> {
                    start.await();
                    return runner.call();
                }));
            }
            List<End<T>> ends = new ArrayList<>();
            for (Future<T> one : running) {
                ends.add(end(one));
            }
            return ends;
        }
    }

    private static <T> End<T> end(Future<T> running) {
        try {
            return new End<>(running.get(), null);
        } catch (ExecutionException e) {
            return new End<>(null, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
