package org.tucai.bench;

import java.util.Arrays;

/** Durations and their percentiles. */
record Latencies(long count, double p50Millis, double p95Millis, double maxMillis) {

    /** From nanoseconds; the percentile is the smallest value that so many per cent do not exceed (nearest rank). */
    static Latencies ofNanos(long[] nanos) {
        if (nanos.length == 0) {
            return new Latencies(0, Double.NaN, Double.NaN, Double.NaN);
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 100));
    }

    private static double at(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(1, rank) - 1] / 1e6;
    }
}
