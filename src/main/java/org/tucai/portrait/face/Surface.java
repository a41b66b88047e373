package org.tucai.portrait.face;

/** One channel of the background and the smooth surface (second order in x and y) that fits it best. */
final class Surface {
    private static final int TERMS = 6;
    private final Lab lab;
    private final float[] channel;
    private final double[][] normal = new double[TERMS][TERMS + 1];
    private final double[] terms = new double[TERMS];
    private final Stats values = new Stats();
    private int[] points = new int[1024];
    private int count;
    private double residual;
    private double range;

    Surface(Lab lab, float[] channel) {
        this.lab = lab;
        this.channel = channel;
    }

    void add(int point) {
        if (count == points.length) {
            points = java.util.Arrays.copyOf(points, count * 2);
        }
        points[count++] = point;
        values.add(channel[point]);
        terms(point);
        for (int r = 0; r < TERMS; r++) {
            for (int c = r; c < TERMS; c++) {
                normal[r][c] += terms[r] * terms[c];
            }
            normal[r][TERMS] += terms[r] * channel[point];
        }
    }

    private void terms(int point) {
        double x = 2.0 * (point % lab.width()) / lab.width() - 1;
        double y = 2.0 * Math.floorDiv(point, lab.width()) / lab.height() - 1;
        terms[0] = 1;
        terms[1] = x;
        terms[2] = y;
        terms[3] = x * x;
        terms[4] = x * y;
        terms[5] = y * y;
    }

    /** Least squares by elimination, a little damped so that a thin strip of background cannot make it wild. */
    void fit() {
        for (int r = 0; r < TERMS; r++) {
            normal[r][r] += 1e-3 * count;
            for (int c = 0; c < r; c++) {
                normal[r][c] = normal[c][r];
            }
        }
        double[] weights = solve(normal);
        Stats fitted = new Stats();
        double squares = 0;
        for (int i = 0; i < count; i++) {
            terms(points[i]);
            double value = 0;
            for (int t = 0; t < TERMS; t++) {
                value += weights[t] * terms[t];
            }
            fitted.add(value);
            squares += (channel[points[i]] - value) * (channel[points[i]] - value);
        }
        residual = Math.sqrt(squares / count);
        range = fitted.quantile(0.95) - fitted.quantile(0.05);
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

    double median() {
        return values.median();
    }

    /** Deviation from the surface. */
    double residual() {
        return residual;
    }

    /** 5th to 95th percentile of the surface. */
    double range() {
        return range;
    }
}
