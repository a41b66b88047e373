package org.tucai.platform.job;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;

/** Counts tries of jobs that failed since the start. */
@Singleton
class FailedTries {
    private final LongAdder count = new LongAdder();

    void add() {
        count.increment();
    }

    long count() {
        return count.sum();
    }
}
