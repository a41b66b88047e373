package org.tucai.platform.job;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Work done again and again while the server runs. A bean; must be safe to run at any time, also twice. */
public interface RecurringJob {
    /** Kebab case, at most 60 characters. */
    String type();

    /** The pause between two runs. */
    Duration every();

    void run();

    /** Deletes in batches, so that no statement locks many rows, until a batch finds none: one batch per run could not keep up in season. */
    default void untilNoneIsLeft(LongSupplier deleteSome) {
        long deleted;
        do {
            deleted = deleteSome.getAsLong();
        } while (deleted > 0);
    }
}
