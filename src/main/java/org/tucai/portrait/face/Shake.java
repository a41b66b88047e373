package org.tucai.portrait.face;

/**
 * Blur along a line, as an unsteady hand makes it: across the line the picture is as sharp as ever, so that a measure of all
 * directions together notices little. Each of four directions is measured by itself, and the worst counts.
 */
final class Shake {
    /** What sharp portraits have in each direction: medians of 132 studio portraits cut to the graduation standard. */
    private static final double[] SHARP = {-3.5, -3.79, -3.09, -3.03};

    /** Points on either side of which a further blur is tried. */
    private static final int REACH = 4;

    /** Sharp pictures are hardly ever flatter than this along any line. */
    private static final double FLAT = 0.5;

    private static final double LOSS = 4;

    private Shake() {}

    /**
     * Measures the eye region.
     *
     * @return power of two: 0 is as sharp as the median of sharp portraits in the worst direction, -1.2 and less is blurred
     */
    static double of(Grey eyes) {
        int row = eyes.width();
        int[] directions = {1, row, row + 1, row - 1};
        double worst = Double.MAX_VALUE;
        for (int i = 0; i < directions.length; i++) {
            worst = Math.min(worst, along(eyes, directions[i]) - SHARP[i]);
        }
        return worst;
    }

    /** How sharply a line bends from point to point against three points away, less what a further blur along it hardly changes. */
    private static double along(Grey eyes, int step) {
        float[] v = eyes.v();
        double fine = 1e-3;
        double coarse = 1e-3;
        double before = 1e-9;
        double lost = 0;
        for (int y = REACH + 1; y < eyes.height() - REACH - 1; y++) {
            for (int x = REACH + 1; x < eyes.width() - REACH - 1; x++) {
                int i = y * eyes.width() + x;
                float here = 2 * v[i];
                float near = here - v[i - step] - v[i + step];
                float wide = here - v[i - 3 * step] - v[i + 3 * step];
                fine += near * near;
                coarse += wide * wide;
                float slope = Math.abs(v[i] - v[i - step]);
                float far = Math.abs(v[i + REACH * step] - v[i - (REACH + 1) * step]) / (2 * REACH + 1);
                before += slope;
                lost += Math.max(0, slope - far);
            }
        }
        double flat = 1 - lost / before;
        return Math.log(fine / coarse) / Math.log(2) - LOSS * Math.max(0, flat - FLAT);
    }
}
