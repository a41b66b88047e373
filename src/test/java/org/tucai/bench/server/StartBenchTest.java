package org.tucai.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a few starts come to. */
class StartBenchTest {
    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(StartBench.row(new double[] {1, 2, 4, 9}, "%.1f")).isEqualTo("1.0 | 3.0 | 9.0");
        assertThat(StartBench.row(new double[] {1, 4, 9}, "%.1f")).isEqualTo("1.0 | 4.0 | 9.0");
    }
}
