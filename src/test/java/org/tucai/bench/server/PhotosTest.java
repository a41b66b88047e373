package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The picture that load tests use, and how fast it is judged. */
class PhotosTest {
    @Test
    void anInterruptedMeasurementLeavesNoThreadRunning() {
        byte[] picture = Photos.ofAPhone();
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Photos.inspectionsPerSecond(picture, Duration.ofHours(1), Duration.ofHours(1)))
                .isInstanceOf(InterruptedException.class);

        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        assertThat(left)
                .noneMatch(thread -> java.util.Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(Photos.class.getName())));
    }
}
