package org.tucai.picture;

import org.jspecify.annotations.Nullable;

/** Converts the chromaticities of white and three primaries, as a PNG's cHRM gives them, to primaries in XYZ under D50. */
final class Chromaticities {
    /** Those of BT.709 and sRGB: x and y of white, red, green and blue, the order of a cHRM. */
    static final double[] SRGB = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};

    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** Chromaticities that lie nearly on one line, or as close to the edge, belong to no real screen. */
    private static final double LEAST = 0.01;

    private Chromaticities() {}

    /**
     * The primaries, red first; they add up to D50.
     *
     * @param places x and y of white, red, green and blue
     * @return null when no real screen can have these chromaticities
     */
    static double @Nullable [][] primaries(double[] places) {
        double[][] columns = new double[4][];
        for (int i = 0; i < 4; i++) {
            double x = places[2 * i];
            double y = places[2 * i + 1];
            if (y < LEAST || x < 0 || x + y > 1) {
                return null;
            }
            columns[i] = new double[] {x / y, 1, (1 - x - y) / y};
        }
        double[] white = columns[0];
        double[][] primaries = {columns[1], columns[2], columns[3]};
        double all = determinant(primaries);
        if (Math.abs(all) < LEAST) {
            return null;
        }
        double[][] scaled = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double[][] other = primaries.clone();
            other[i] = white;
            double strength = determinant(other) / all; // Cramer's rule: together they make the white
            if (strength < 0) {
                return null;
            }
            double[] lit = {primaries[i][0] * strength, strength, primaries[i][2] * strength};
            scaled[i] = underD50(lit, white);
        }
        return scaled;
    }

    /** Adapts a colour from the given white to D50 (Bradford, ICC.1:2022 annex E). */
    private static double[] underD50(double[] colour, double[] white) {
        double[] cones = times(BRADFORD, colour);
        double[] from = times(BRADFORD, white);
        double[] to = times(BRADFORD, D50);
        for (int i = 0; i < 3; i++) {
            cones[i] *= to[i] / from[i];
        }
        return solve(cones);
    }

    /** The XYZ colour of these cone responses. */
    private static double[] solve(double[] cones) {
        double[][] columns = transposed(BRADFORD);
        double all = determinant(columns);
        double[] colour = new double[3];
        for (int i = 0; i < 3; i++) {
            double[][] other = columns.clone();
            other[i] = cones;
            colour[i] = determinant(other) / all;
        }
        return colour;
    }

    private static double[][] transposed(double[][] m) {
        double[][] out = new double[3][3];
        for (int i = 0; i < 9; i++) {
            out[i % 3][i / 3] = m[i / 3][i % 3];
        }
        return out;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 9; i++) {
            out[i / 3] += m[i / 3][i % 3] * v[i % 3];
        }
        return out;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
