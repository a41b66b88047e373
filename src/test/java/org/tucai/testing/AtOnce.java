package org.tucai.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads that start together, for the tests of races. */
public final class AtOnce {
    private AtOnce() {}

    /** What both answered. */
    public static <T> List<T> run(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> a = threads.submit(() -> begin(start, one));
            Future<T> b = threads.submit(() -> begin(start, other));
            return List.of(a.get(), b.get());
        }
    }

    private static <T> T begin(CyclicBarrier start, Callable<T> what) throws Exception {
        start.await();
        return what.call();
    }
}
