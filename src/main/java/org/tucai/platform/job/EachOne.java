package org.tucai.platform.job;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on many things, each in a transaction of its own: one that fails does not keep the others from it. */
public final class EachOne {
    private static final Logger LOG = LoggerFactory.getLogger(EachOne.class);
    private static final int BATCH = 200;

    private EachOne() {}

    /** The things in the order of their places. */
    @FunctionalInterface
    public interface Pieces<T> {
        /** The next ones after that place, at most {@code limit}; empty when there is none. */
        List<T> after(String place, int limit);
    }

    /** Does the work to all of these; see the last. */
    public static <T> void of(String job, List<T> all, Function<T, String> place, Consumer<T> work) {
        of(job, (after, limit) -> after.isEmpty() ? all : List.of(), place, work);
    }

    /** Does the work to all of them, which are public numbers in their order; see the last. */
    public static void of(String job, Pieces<String> numbers, Consumer<String> work) {
        of(job, numbers, Function.identity(), work);
    }

    /**
     * Does the work to all.
     *
     * @param job what the log calls it
     * @param place where one stands among them, a public number: what they are ordered by
     * @throws IllegalStateException at the end when it failed for any, so that the job is tried again for those
     */
    public static <T> void of(String job, Pieces<T> pieces, Function<T, String> place, Consumer<T> work) {
        RuntimeException first = null;
        int failed = 0;
        for (List<T> batch = pieces.after("", BATCH);
                !batch.isEmpty();
                batch = pieces.after(place.apply(batch.getLast()), BATCH)) {
            for (T one : batch) {
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
