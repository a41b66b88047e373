package org.tucai.capture.web;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Thumbnails made in the last minutes, kept in memory: opening, decoding and shrinking one picture costs as much as twenty reads of
 * the database, and a reviewer's grid or a student's home asks for the same few again and again. Who may see a picture, and whether
 * it still exists, is asked before this.
 */
@Singleton
class ThumbnailShelf {
    /** A deleted picture's thumbnail leaves the memory after that time too. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final InstantSource clock;

    /** The oldest first. */
    private final Map<String, Kept> shelf = new LinkedHashMap<>();

    private long bytes;

    ThumbnailShelf(InstantSource clock) {
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(byte[] jpeg, Instant since) {}

    /** The thumbnail under that tag; made now when it is not there. */
    byte[] get(String tag, Supplier<byte[]> maker) {
        synchronized (shelf) {
            Kept kept = shelf.get(tag);
            if (kept != null) {
                return kept.jpeg();
            }
        }
        byte[] made = maker.get(); // two at once may both make it: cheaper than making the others wait
        put(tag, made);
        return made;
    }

    private void put(String tag, byte[] jpeg) {
        synchronized (shelf) {
            if (shelf.putIfAbsent(tag, new Kept(jpeg, clock.instant())) == null) {
                bytes += jpeg.length;
            }
            for (Iterator<Kept> oldest = shelf.values().iterator(); bytes > MOST_BYTES; ) {
                bytes -= oldest.next().jpeg().length;
                oldest.remove();
            }
        }
    }

    @Scheduled(fixedDelay = "1m", initialDelay = "1m")
    void clear() {
        Instant old = clock.instant().minus(KEPT);
        synchronized (shelf) {
            for (Iterator<Kept> oldest = shelf.values().iterator(); oldest.hasNext(); ) {
                Kept kept = oldest.next();
                if (kept.since().isAfter(old)) {
                    return;
                }
                bytes -= kept.jpeg().length;
                oldest.remove();
            }
        }
    }
}
