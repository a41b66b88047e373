package org.tucai.platform.job;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same work for many things, each in its own transaction: if it fails for one, it goes on with the others. */
public final class EachOne {
    private static final Logger LOG = LoggerFactory.getLogger(EachOne.class);
    private static final int BATCH = 200;

    private EachOne() {}

    /** Things in the order of their keys, batch by batch. */
    @FunctionalInterface
    public interface Pieces<T> {
        /** The next ones after that key, at most {@code limit}; empty when there is none. */
        List<T> after(String place, int limit);
    }

    /** {@link #of(String, Pieces, Function, Consumer)} for things that are already in memory. */
    public static <T> void of(String job, List<T> all, Function<T, String> place, Consumer<T> work) {
        of(job, (after, limit) -> after.isEmpty() ? all : List.of(), place, work);
    }

    /** {@link #of(String, Pieces, Function, Consumer)} for public numbers, in their order. */
    public static void of(String job, Pieces<String> numbers, Consumer<String> work) {
        of(job, numbers, Function.identity(), work);
    }

    /**
     * Does the work for each, in batches.
     *
     * @param job name for the log
     * @param place the key by which the pieces are ordered, such as a public number
     * @throws IllegalStateException at the end if the work failed for any of them, so that the job is retried; at once if the thread is
     *     interrupted because the server stops: without the database it would fail for all the others
     */
    public static <T> void of(String job, Pieces<T> pieces, Function<T, String> place, Consumer<T> work) {
        RuntimeException first = null;
        int failed = 0;
        for (List<T> batch = pieces.after("", BATCH);
                !batch.isEmpty();
                batch = pieces.after(place.apply(batch.getLast()), BATCH)) {
            for (T one : batch) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException(job + " was interrupted");
                }
                try {
                    work.accept(one);
                } catch (RuntimeException e) {
                    LOG.error("{} failed for {}", job, place.apply(one), e);
                    first = first == null ? e : first;
                    failed++;
                }
            }
        }
        if (first != null) {
            throw new IllegalStateException(job + " failed for " + failed + " of them", first);
        }
    }
}
