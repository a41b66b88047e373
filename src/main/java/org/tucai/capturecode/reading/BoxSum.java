package org.tucai.capturecode.reading;

/** Means over squares of a square array. */
final class BoxSum {
    private BoxSum() {}

    /** Mean over (2 × radius + 1)², clipped at the border. */
    static float[] mean(float[] values, int size, int radius) {
        double[] sums = new double[(size + 1) * (size + 1)];
        for (int i = 0; i < size; i++) {
            double row = 0;
            for (int j = 0; j < size; j++) {
                row += values[i * size + j];
                sums[(i + 1) * (size + 1) + j + 1] = sums[i * (size + 1) + j + 1] + row;
            }
        }
        float[] means = new float[values.length];
        for (int i = 0; i < size; i++) {
            int top = Math.max(i - radius, 0);
            int bottom = Math.min(i + radius + 1, size);
            for (int j = 0; j < size; j++) {
                int left = Math.max(j - radius, 0);
                int right = Math.min(j + radius + 1, size);
                double sum = sums[bottom * (size + 1) + right]
                        - sums[top * (size + 1) + right]
                        - sums[bottom * (size + 1) + left]
                        + sums[top * (size + 1) + left];
                means[i * size + j] = (float) (sum / ((bottom - top) * (right - left)));
            }
        }
        return means;
    }
}
