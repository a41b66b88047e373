package org.tucai.capturecode.reading;

/** Small dense linear systems. */
final class LeastSquares {
    private final int size;
    private final double[] matrix;
    private final double[] right;

    /** @param size number of unknowns */
    LeastSquares(int size) {
        this.size = size;
        this.matrix = new double[size * size];
        this.right = new double[size];
    }

    /** Adds the equation {@code row · x = value}. */
    void add(double[] row, double value, double weight) {
        for (int i = 0; i < size; i++) {
            double scaled = weight * row[i];
            if (scaled != 0) {
                for (int j = i; j < size; j++) {
                    matrix[i * size + j] += scaled * row[j];
                }
                right[i] += scaled * value;
            }
        }
    }

    /** Pulls unknown {@code i} towards {@code value}. */
    void prior(int i, double value, double weight) {
        matrix[i * size + i] += weight;
        right[i] += weight * value;
    }

    /** Solves by Cholesky; empty when the equations do not determine the unknowns. */
    double[] solve() {
        double[] lower = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[j * size + i];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * size + k] * lower[j * size + k];
                }
                if (i != j) {
                    lower[i * size + j] = sum / lower[j * size + j];
                } else if (sum > 1e-12 * Math.abs(matrix[i * size + i]) && sum > 0) {
                    lower[i * size + i] = Math.sqrt(sum);
                } else {
                    return new double[0];
                }
            }
        }
        return substitute(lower);
    }

    private double[] substitute(double[] lower) {
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i * size + k] * x[k];
            }
            x[i] /= lower[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= lower[k * size + i] * x[k];
            }
            x[i] /= lower[i * size + i];
        }
        return x;
    }
}
