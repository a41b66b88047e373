package org.tucai.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.tucai.testing.Race;

class ThumbnailShelfTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final AtomicInteger made = new AtomicInteger();
    private Instant now = Instant.parse("2026-04-01T08:00:00Z");
    private final ThumbnailShelf shelf = new ThumbnailShelf(() -> now);

    @Test
    void aThumbnailIsMadeOnce() {
        byte[] first = get("a", 1);

        byte[] second = get("a", 1);

        assertThat(second).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void eachPictureHasItsOwnThumbnail() {
        get("a", 1);

        byte[] other = get("b", 2);

        assertThat(other).hasSize(2);
    }

    @Test
    void nothingIsKeptLongerThanTenMinutes() {
        get("old", 1);
        now = now.plus(Duration.ofMinutes(6));
        get("young", 1);
        now = now.plus(Duration.ofMinutes(5));

        assertThat(shelf.bytes()).isEqualTo(1);
        get("young", 1);
        assertThat(made).hasValue(2);
        get("old", 1);
        assertThat(made).hasValue(3);
    }

    @Test
    void someThumbnailsAreDroppedWhenThereAreTooMany() {
        for (int i = 0; i < 40; i++) {
            get("picture " + i, MEGABYTE);
        }

        assertThat(shelf.bytes())
                .isGreaterThan(ThumbnailShelf.MOST_BYTES / 2)
                .isLessThanOrEqualTo(ThumbnailShelf.MOST_BYTES);
    }

    @Test
    void allThumbnailsAreKeptWhileThereIsRoom() {
        for (int i = 0; i < 30; i++) {
            get("picture " + i, MEGABYTE);
        }

        assertThat(shelf.bytes()).isEqualTo(30 * MEGABYTE);
    }

    @Test
    void concurrentRequestsWaitForTheOneThumbnail() {
        Race.twice(() -> shelf.get("a", () -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            made.incrementAndGet();
            return new byte[1];
        }));

        assertThat(made).hasValue(1);
    }

    private byte[] get(String tag, int bytes) {
        return shelf.get(tag, () -> {
            made.incrementAndGet();
            return new byte[bytes];
        });
    }
}
