package org.tucai.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs calls in threads of their own, all started together. */
public final class Race {
    private Race() {}

    /**
     * How one call ended.
     *
     * @param value what it answered, null when it failed
     * @param failure what it threw, null when it did not
     */
    public record End<T>(T value, Throwable failure) {
        public boolean won() {
            return failure == null;
        }
    }

    /** How each call ended, in the order of the calls. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> List<End<T>> ends(Callable<T>... calls) {
        return ends(List.of(calls));
    }

    /** What each call returned, in the order of the calls; none may fail. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> List<T> answers(Callable<T>... calls) {
        return ends(List.of(calls)).stream()
                .map(end -> {
                    if (!end.won()) {
                        throw new IllegalStateException(end.failure());
                    }
                    return end.value();
                })
                .toList();
    }

    /** The outcome of each call: its value, or the runtime exception it threw. */
    public static List<Object> of(List<? extends Callable<?>> calls) {
        List<Callable<Object>> wide = new ArrayList<>();
        calls.forEach(call -> wide.add(call::call));
        return ends(wide).stream()
                .map(end -> {
                    if (end.won() || end.failure() instanceof RuntimeException) {
                        return end.won() ? end.value() : end.failure();
                    }
                    throw new IllegalStateException(end.failure());
                })
                .toList();
    }

    /** The same for the same call made twice. */
    public static List<Object> twice(Callable<?> call) {
        return of(List.of(call, call));
    }

    private static <T> List<End<T>> ends(List<Callable<T>> calls) {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            return running.stream().map(Race::end).toList();
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
