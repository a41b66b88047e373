package org.tucai.portrait.face;

import java.util.Arrays;

/** Fits a smooth surface (second order in x and y) to each channel over chosen points of the background. */
final class Surface {
    private static final int TERMS = 6;
    private final Lab lab;
    private final double[][] products = new double[TERMS][TERMS];
    private final double[] terms = new double[TERMS];
    private int[] points = new int[1024];
    private double[] across = new double[1024];
    private double[] down = new double[1024];
    private int count;

    Surface(Lab lab) {
        this.lab = lab;
    }

    /**
     * A channel against its surface.
     *
     * @param residual deviation from the surface
     * @param range 5th to 95th percentile of the surface
     */
    record Fit(double median, double residual, double range) {}

    void add(int point) {
        if (count == points.length) {
            points = Arrays.copyOf(points, count * 2);
            across = Arrays.copyOf(across, count * 2);
            down = Arrays.copyOf(down, count * 2);
        }
        int row = point / lab.width();
        across[count] = 2.0 * (point - row * lab.width()) / lab.width() - 1;
        down[count] = 2.0 * row / lab.height() - 1;
        points[count] = point;
        terms(count++);
        for (int r = 0; r < TERMS; r++) {
            for (int c = r; c < TERMS; c++) {
                products[r][c] += terms[r] * terms[c];
            }
        }
    }

    private void terms(int i) {
        double x = across[i];
        double y = down[i];
        terms[0] = 1;
        terms[1] = x;
        terms[2] = y;
        terms[3] = x * x;
        terms[4] = x * y;
        terms[5] = y * y;
    }

    /** Least squares, slightly damped (ridge) so that a thin strip of background does not make the surface wild. */
    Fit fit(float[] channel) {
        double[] w = solve(equations(channel));
        Stats values = new Stats(count);
        Stats fitted = new Stats(count / 4 + 1);
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double x = across[i];
            double y = down[i];
            double value = w[0] + x * (w[1] + w[3] * x + w[4] * y) + y * (w[2] + w[5] * y);
            float seen = channel[points[i]];
            values.add(seen);
            if (i % 4 == 0) { // smooth, so fewer points give the same range
                fitted.add(value);
            }
            squares += (seen - value) * (seen - value);
        }
        return new Fit(values.median(), Math.sqrt(squares / count), fitted.quantile(0.95) - fitted.quantile(0.05));
    }

    private double[][] equations(float[] channel) {
        double[][] normal = new double[TERMS][TERMS + 1];
        for (int i = 0; i < count; i++) {
            terms(i);
            for (int r = 0; r < TERMS; r++) {
                normal[r][TERMS] += terms[r] * channel[points[i]];
            }
        }
        for (int r = 0; r < TERMS; r++) {
            for (int c = 0; c < TERMS; c++) {
                normal[r][c] = products[Math.min(r, c)][Math.max(r, c)];
            }
            normal[r][r] += 1e-3 * count;
        }
        return normal;
    }

    static double[] solve(double[][] m) {
        int n = m.length;
        for (int p = 0; p < n; p++) {
            for (int r = p + 1; r < n; r++) {
                double factor = m[r][p] / m[p][p];
                for (int c = p; c <= n; c++) {
                    m[r][c] -= factor * m[p][c];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double sum = m[r][n];
            for (int c = r + 1; c < n; c++) {
                sum -= m[r][c] * x[c];
            }
            x[r] = sum / m[r][r];
        }
        return x;
    }
}
