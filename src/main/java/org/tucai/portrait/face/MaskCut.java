package org.tucai.portrait.face;

/**
 * Samples a turned rectangle out of a map of numbers, bilinearly; outside the map there is 0. The places are those of OpenCV's
 * {@code warpAffine}, which rounds them to a 32nd of a point but takes twice as long.
 */
final class MaskCut {
    private static final int PART_BITS = 5;
    private static final int PARTS = 1 << PART_BITS;

    /** Places are summed up in 1024ths. */
    private static final double SCALE = 1024;

    private static final int ROUND = 16;

    private final float[] numbers;
    private final int columns;
    private final int rows;

    /** Of one row of the cut: the places, in 32nds of a point. */
    private final int[] x;

    private final int[] y;

    private MaskCut(float[] numbers, int columns, int width) {
        this.numbers = numbers;
        this.columns = columns;
        this.rows = numbers.length / columns;
        this.x = new int[width];
        this.y = new int[width];
    }

    /**
     * The cut, as {@link Roi#cut} would make it of a picture of the numbers.
     *
     * @param columns numbers in a row
     * @param place where the cut's points lie among the numbers, as {@link Roi#place} gives it
     */
    static float[] of(float[] numbers, int columns, double[] place, int width, int height) {
        return new MaskCut(numbers, columns, width).cut(place, height);
    }

    private float[] cut(double[] m, int height) {
        int width = x.length;
        int[] alongX = steps(m[0], width);
        int[] alongY = steps(m[3], width);
        float[] out = new float[width * height];
        float[][] corners = new float[4][width];
        for (int row = 0; row < height; row++) {
            place(alongX, rounded((m[1] * row + m[2]) * SCALE) + ROUND, x);
            place(alongY, rounded((m[4] * row + m[5]) * SCALE) + ROUND, y);
            fetch(corners[0], corners[1], corners[2], corners[3]);
            between(corners[0], corners[1], x);
            between(corners[2], corners[3], x);
            between(corners[0], corners[2], y);
            System.arraycopy(corners[0], 0, out, row * width, width);
        }
        return out;
    }

    private static int[] steps(double step, int count) {
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = rounded(step * i * SCALE);
        }
        return steps;
    }

    private static int rounded(double value) {
        return (int) Math.rint(value);
    }

    private static void place(int[] along, int start, int[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = (start + along[i]) >> PART_BITS;
        }
    }

    /** The four points round every place: above, then below. */
    private void fetch(float[] a, float[] b, float[] c, float[] d) {
        for (int i = 0; i < a.length; i++) {
            int left = x[i] >> PART_BITS;
            int top = y[i] >> PART_BITS;
            if (left < 0 || top < 0 || left > columns - 2 || top > rows - 2) {
                a[i] = at(left, top);
                b[i] = at(left + 1, top);
                c[i] = at(left, top + 1);
                d[i] = at(left + 1, top + 1);
            } else {
                int at = top * columns + left;
                a[i] = numbers[at];
                b[i] = numbers[at + 1];
                c[i] = numbers[at + columns];
                d[i] = numbers[at + columns + 1];
            }
        }
    }

    private float at(int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < columns && row < rows;
        return inside ? numbers[row * columns + column] : 0;
    }

    private static void between(float[] from, float[] to, int[] places) {
        for (int i = 0; i < from.length; i++) {
            from[i] += (to[i] - from[i]) * ((places[i] & PARTS - 1) * (1f / PARTS));
        }
    }
}
