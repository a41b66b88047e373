package org.tucai.platform.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs the failed tries of jobs since the start. */
@Singleton
class FailedTries {
    private static final Logger LOG = LoggerFactory.getLogger(FailedTries.class);

    /** While another system is down thousands of jobs may wait for it: one line says as much as thousands of stack traces. */
    static final Duration QUIET = Duration.ofMinutes(1);

    private final LongAdder count = new LongAdder();
    private final ConcurrentMap<String, Instant> toldOfWaiting = new ConcurrentHashMap<>();
    private final InstantSource clock;

    FailedTries(InstantSource clock) {
        this.clock = clock;
    }

    /** A job that is retried until another system is back, or the database has room. */
    void waits(String type, @Nullable Throwable cause) {
        count.increment();
        if (isNews(type)) {
            LOG.warn("Jobs of type {} wait and are retried: {}", type, cause == null ? "unknown" : cause.getMessage());
        }
    }

    private boolean isNews(String type) {
        Instant now = clock.instant();
        Instant told = toldOfWaiting.putIfAbsent(type, now);
        return told == null
                || (Duration.between(told, now).abs().compareTo(QUIET) >= 0 // abs: the clock may be set back
                        && toldOfWaiting.replace(type, told, now));
    }

    void failed(String type, @Nullable Throwable cause) {
        count.increment();
        LOG.warn("A job of type {} failed", type, cause);
    }

    long count() {
        return count.sum();
    }
}
