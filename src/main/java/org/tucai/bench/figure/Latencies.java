package org.tucai.bench.figure;

import java.util.Arrays;

/** Durations and their percentiles. */
public record Latencies(double p50Millis, double p95Millis, double maxMillis) {

    /** From nanoseconds. */
    public static Latencies ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(millisAt(sorted, 0.50), millisAt(sorted, 0.95), millisAt(sorted, 1));
    }

    /** The percentile of sorted nanoseconds at this share, 0 to 1 (nearest rank), in milliseconds; NaN when there are none. */
    public static double millisAt(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[Math.max(1, (int) Math.ceil(share * sorted.length)) - 1] / 1e6;
    }
}
