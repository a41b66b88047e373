package org.tucai.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
        long[] backwards = LongStream.iterate(20_000_000, nanos -> nanos > 0, nanos -> nanos - 1_000_000)
                .toArray();

        assertThat(Latencies.ofNanos(backwards)).isEqualTo(new Latencies(10, 19, 20));
        assertThat(Latencies.millisAt(new long[] {7_000_000}, 0.01)).isEqualTo(7);
        assertThat(Latencies.millisAt(new long[] {7_000_000}, 0)).isEqualTo(7);
    }

    @Test
    void percentilesOfNoMeasurementsAreNan() {
        assertThat(Latencies.ofNanos(new long[0])).isEqualTo(new Latencies(Double.NaN, Double.NaN, Double.NaN));
    }
}
