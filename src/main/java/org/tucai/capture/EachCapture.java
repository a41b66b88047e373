package org.tucai.capture;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work on many captures, each in a transaction of its own: one that fails does not keep the others from it. */
final class EachCapture {
    private static final Logger LOG = LoggerFactory.getLogger(EachCapture.class);
    private static final int BATCH = 200;

    private EachCapture() {}

    /** The captures in the order of their numbers. */
    @FunctionalInterface
    interface Numbers {
        /** The next ones after that number, at most {@code limit}; empty when there is none. */
        List<String> after(String no, int limit);
    }

    /**
     * Does the work to all.
     *
     * @param job what the log calls it
     * @throws IllegalStateException at the end when it failed for any, so that the job is tried again for those
     */
    static void of(String job, Numbers numbers, Consumer<String> work) {
        RuntimeException first = null;
        int failed = 0;
        for (List<String> batch = numbers.after("", BATCH);
                !batch.isEmpty();
                batch = numbers.after(batch.getLast(), BATCH)) {
            for (String no : batch) {
                try {
                    work.accept(no);
                } catch (RuntimeException e) {
                    LOG.error("{} failed for capture {}", job, no, e);
                    first = first == null ? e : first;
                    failed++;
                }
            }
        }
        if (first != null) {
            throw new IllegalStateException(job + " failed for " + failed + " captures", first);
        }
    }
}
