package org.tucai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeapTest {
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"96,96,24", "256,256,42", "1024,1024,298", "8192,400,200"})
    void bodiesTakeNoMoreThanTheHeapHoldsThreefoldBesideWhatTheServerKeeps(long heap, long direct, long forBodies) {
        assertThat(Heap.forBodies(heap * MEGABYTE, direct * MEGABYTE) / MEGABYTE)
                .isEqualTo(forBodies);
    }

    @Test
    void aSmallHeapIsReportedWithTheLeastThatIsEnough() {
        assertThat(Heap.remarks(186 * MEGABYTE))
                .containsExactly("The JVM has a heap of 186 MB, too small for large pictures: give it at least 256"
                        + " (TUCAI_JAVA_OPTS=-Xmx256m).");
    }

    /** The serial collector counts one of its areas less than the 256 MB it was given. */
    @Test
    void theLeastHeapIsNotReported() {
        assertThat(Heap.remarks(247 * MEGABYTE)).isEmpty();
    }
}
