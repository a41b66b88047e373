package org.tucai.portrait.face;

/**
 * Motion blur, as an unsteady hand makes it. Across the motion the picture stays sharp, so a measure of all directions together hardly
 * notices it; here each of four directions is measured by itself, and the worst counts.
 */
final class Shake {
    /** Medians, by direction, of 132 studio portraits cut to the graduation standard. */
    private static final double[] SHARP = {-3.5, -3.79, -3.09, -3.03};

    /** The wider distance that is looked at, pixels. */
    private static final int FAR = 3;

    /** Sharp pictures hardly ever exceed this {@link Detail#blur(Grey, int)} in any direction. */
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
        for (int y = FAR; y < eyes.height() - FAR; y++) {
            for (int x = FAR; x < eyes.width() - FAR; x++) {
                int i = y * eyes.width() + x;
                float near = 2 * v[i] - v[i - step] - v[i + step];
                float wide = 2 * v[i] - v[i - FAR * step] - v[i + FAR * step];
                fine += near * near;
                coarse += wide * wide;
            }
        }
        return Math.log(fine / coarse) / Math.log(2) - LOSS * Math.max(0, Detail.blur(eyes, step) - FLAT);
    }
}
