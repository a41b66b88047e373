package org.tucai.portrait.face;

/**
 * Motion blur, as an unsteady hand makes it. Across the motion the picture stays sharp, so a measure of all directions together hardly
 * notices it; here each of four directions is measured by itself, and the worst counts.
 */
final class Shake {
    /** Medians, by direction, of 132 studio portraits cut to the graduation standard. */
    private static final double[] SHARP = {-3.5, -3.79, -3.09, -3.03};

    /** Half the width of the further blur that is tried, pixels. */
    private static final int REACH = 4;

    /** Sharp pictures hardly ever exceed this in any direction. */
    private static final double FLAT = 0.5;

    private static final double LOSS = 4;

    private Shake() {}

    /**
     * Measures the eye region.
     *
     * @return log2 ratio: 0 is as sharp as the median of sharp portraits in the worst direction, below -1.25 is blurred
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

    /** Log2 ratio of second differences over one pixel to those over three, less a penalty if a further blur hardly changes the picture. */
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
