package org.tucai.portrait.face;

import java.util.Arrays;

/** A growing list of numbers with the statistics that the measures need. */
final class Stats {
    /** From this many numbers on, sorting them into buckets first is worth it. */
    private static final int MANY = 400;

    /** How many buckets. */
    private static final int SIZES = 1024;

    private float[] values;
    private int count;
    private boolean unordered;

    Stats() {
        this(256);
    }

    /** @param expected about how many numbers will be added; it grows when there are more */
    Stats(int expected) {
        this.values = new float[Math.max(1, expected)];
    }

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        unordered |= Double.isNaN(value);
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

    /** The value below which a share of the numbers lies; reorders the numbers. */
    double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.min(count - 1, Math.floor(share * count));
        if (unordered) {
            Arrays.sort(values, 0, count);
            return values[rank];
        }
        return count < MANY ? select(values, count, rank) : selectBySize(rank);
    }

    /** Counts the numbers into buckets, then selects within the bucket that holds the rank. */
    private float selectBySize(int rank) {
        float least = values[0];
        float largest = values[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, values[i]);
            largest = Math.max(largest, values[i]);
        }
        float scale = (SIZES - 1) / (largest - least);
        if (!(scale > 0) || Float.isInfinite(scale)) { // all alike, or too far apart
            return select(values, count, rank);
        }
        int[] perSize = new int[SIZES];
        for (int i = 0; i < count; i++) {
            perSize[(int) ((values[i] - least) * scale)]++;
        }
        int smaller = 0;
        int size = 0;
        while (smaller + perSize[size] <= rank) {
            smaller += perSize[size++];
        }
        float[] alike = new float[perSize[size]];
        int found = 0;
        for (int i = 0; found < alike.length; i++) {
            if ((int) ((values[i] - least) * scale) == size) {
                alike[found++] = values[i];
            }
        }
        return select(alike, found, rank - smaller);
    }

    /** Hoare's quickselect: moves the number of this rank into place, smaller ones before it, larger ones behind it. */
    private static float select(float[] values, int count, int rank) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            float pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static float middle(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
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
