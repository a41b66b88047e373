package org.tucai.portrait.face;

/**
 * One eye by the iris network, in pixels of the judged picture.
 *
 * @param contour 71 points as x, y pairs: 0..8 the lower lid from the outer to the inner corner, 9..15 the upper lid,
 *     then lid folds and brow
 * @param iris centre and four points of its rim as x, y pairs
 */
@SuppressWarnings("ArrayRecordComponent")
public record EyeShape(float[] contour, float[] iris) {
    private static final int LID_PAIRS = 7;

    public double irisX() {
        return iris[0];
    }

    public double irisY() {
        return iris[1];
    }

    /** Radius of the iris: half the mean of its two diameters. */
    public double irisRadius() {
        double across = Math.hypot(iris[2] - iris[6], iris[3] - iris[7]);
        double down = Math.hypot(iris[4] - iris[8], iris[5] - iris[9]);
        return (across + down) / 4;
    }

    /** Mean distance between the lids over seven pairs of points. */
    public double opening() {
        double sum = 0;
        for (int i = 1; i <= LID_PAIRS; i++) {
            int low = 2 * i;
            int up = 2 * (i + 8);
            sum += Math.hypot(contour[low] - contour[up], contour[low + 1] - contour[up + 1]);
        }
        return sum / LID_PAIRS;
    }

    /** Where the iris stands between the outer (0) and the inner corner (1). */
    public double irisAcross() {
        double dx = contour[16] - contour[0];
        double dy = contour[17] - contour[1];
        return ((iris[0] - contour[0]) * dx + (iris[1] - contour[1]) * dy) / (dx * dx + dy * dy);
    }

    /** How far the iris stands below the line between the corners, in eye widths. */
    public double irisBelow(boolean imageLeft) {
        double dx = contour[16] - contour[0];
        double dy = contour[17] - contour[1];
        double cross = (dx * (iris[1] - contour[1]) - dy * (iris[0] - contour[0])) / (dx * dx + dy * dy);
        return imageLeft ? cross : -cross;
    }
}
