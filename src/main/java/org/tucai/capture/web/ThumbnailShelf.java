package org.tucai.capture.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Recent thumbnails, kept in memory: reading, decoding and shrinking one picture costs as much as twenty reads of the database, and a
 * reviewer's grid or a student's home page requests the same few again and again. Callers check who may see a picture, and that it still
 * exists.
 */
@Singleton
class ThumbnailShelf {
    /** Also the longest time that a deleted picture's thumbnail stays in memory. */
    static final Duration KEPT = Duration.ofMinutes(10);

    static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Cache<String, byte[]> thumbnails;

    ThumbnailShelf(InstantSource clock) {
        thumbnails = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String tag, byte[] jpeg) -> jpeg.length)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .scheduler(Scheduler.systemScheduler()) // evicts expired entries without a request
                .executor(Runnable::run)
                .build();
    }

    /** The thumbnail with that tag; made if absent, and only once for concurrent requests. */
    byte[] get(String tag, Supplier<byte[]> maker) {
        return thumbnails.get(tag, absent -> maker.get());
    }

    /** Current size in bytes. */
    long bytes() {
        thumbnails.cleanUp();
        return thumbnails.asMap().values().stream()
                .mapToLong(jpeg -> jpeg.length)
                .sum();
    }
}
