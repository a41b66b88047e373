package org.tucai.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs calls in threads of their own, begun together. */
public final class Race {
    private Race() {}

    /** What each of two equal calls gave: its value, or the runtime exception it threw. */
    public static List<Object> twice(Callable<?> call) {
        return of(List.of(call, call));
    }

    /** The same for several calls, in their order. */
    public static List<Object> of(List<? extends Callable<?>> calls) {
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            return threads
                    .invokeAll(calls.stream().map(c -> together(c, barrier)).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Callable<Object> together(Callable<?> call, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            try {
                return call.call();
            } catch (RuntimeException e) {
                return e;
            }
        };
    }
}
