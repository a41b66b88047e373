package org.tucai.portrait.face;

import java.util.Arrays;

/** A growing list of numbers with the statistics that the measures need. */
final class Stats {
    private float[] values = new float[256];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = (float) value;
    }

    int count() {
        return count;
    }

    double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }

    /** The value below which a share of the numbers lies; sorts the list. */
    double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, count);
        return values[(int) Math.min(count - 1, Math.floor(share * count))];
    }

    double median() {
        return quantile(0.5);
    }

    /** Share of the numbers above a value. */
    double shareAbove(double limit) {
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += values[i] > limit ? 1 : 0;
        }
        return count == 0 ? Double.NaN : (double) above / count;
    }
}
