package org.tucai.platform.job;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on many things, each in a transaction of its own: one that fails does not keep the others from it. */
public final class EachOne {
    private static final Logger LOG = LoggerFactory.getLogger(EachOne.class);
    private static final int BATCH = 200;

    private EachOne() {}

    /** The things in the order of their public numbers. */
    @FunctionalInterface
    public interface Numbers {
        /** The next ones after that number, at most {@code limit}; empty when there is none. */
        List<String> after(String no, int limit);
    }

    /**
     * Does the work to all.
     *
     * @param job what the log calls it
     * @throws IllegalStateException at the end when it failed for any, so that the job is tried again for those
     */
    public static void of(String job, Numbers numbers, Consumer<String> work) {
        RuntimeException first = null;
        int failed = 0;
        for (List<String> batch = numbers.after("", BATCH);
                !batch.isEmpty();
                batch = numbers.after(batch.getLast(), BATCH)) {
            for (String no : batch) {
                try {
                    work.accept(no);
                } catch (RuntimeException e) {
                    LOG.error("{} failed for {}", job, no, e);
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
