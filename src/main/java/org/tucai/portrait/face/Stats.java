package org.tucai.portrait.face;

import java.util.Arrays;

/** A growing list of numbers with the statistics that the measures need. */
final class Stats {
    private float[] values = new float[256];
    private int count;
    private boolean unordered;

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

    /** The value below which a share of the numbers lies; the numbers change places. */
    double quantile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.min(count - 1, Math.floor(share * count));
        if (unordered) {
            Arrays.sort(values, 0, count);
        } else {
            select(rank);
        }
        return values[rank];
    }

    /** Hoare's selection: the number of a rank comes to its place, smaller ones before it, larger ones behind it. */
    private void select(int rank) {
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
                return;
            }
        }
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
