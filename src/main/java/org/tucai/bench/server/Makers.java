package org.tucai.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares what the load needs, several at once. */
final class Makers {
    private static final int MAKERS = 8;

    private Makers() {}

    /** One request's worth of work. */
    interface Work<A, B> {
        B on(A subject) throws InterruptedException;
    }

    /** Does the work for each subject, several at once; results in order. */
    static <A, B> List<B> each(List<A> subjects, Work<A, B> work) throws InterruptedException {
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
            List<Future<B>> futures =
                    subjects.stream().map(s -> makers.submit(() -> work.on(s))).toList();
            List<B> done = new ArrayList<>();
            try {
                for (Future<B> future : futures) {
                    done.add(future.get());
                }
            } catch (InterruptedException e) {
                makers.shutdownNow(); // otherwise close() waits for all that is left
                throw e;
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }
}
