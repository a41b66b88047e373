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
 * Thumbnails made in the last minutes, kept in memory: opening, decoding and shrinking one picture costs as much as twenty reads of
 * the database, and a reviewer's grid or a student's home asks for the same few again and again. Who may see a picture, and whether
 * it still exists, is asked before this.
 */
@Singleton
class ThumbnailShelf {
    /** A deleted picture's thumbnail leaves the memory after that time too. */
    static final Duration KEPT = Duration.ofMinutes(10);

    static final long MOST_BYTES = 32L * 1024 * 1024;

    private final Cache<String, byte[]> thumbnails;

    ThumbnailShelf(InstantSource clock) {
        thumbnails = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String tag, byte[] jpeg) -> jpeg.length)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .scheduler(Scheduler.systemScheduler()) // what has expired goes although nobody asks
                .executor(Runnable::run)
                .build();
    }

    /** The thumbnail under that tag; made now when it is not there, once however many ask. */
    byte[] get(String tag, Supplier<byte[]> maker) {
        return thumbnails.get(tag, absent -> maker.get());
    }

    /** What is kept at this moment, in bytes. */
    long bytes() {
        thumbnails.cleanUp();
        return thumbnails.asMap().values().stream()
                .mapToLong(jpeg -> jpeg.length)
                .sum();
    }
}
