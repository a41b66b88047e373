package org.tucai.portrait.face;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The summed power spectra of squares of a picture. Two squares are transformed at once, one as the real and one as the
 * imaginary part: the sum of their spectra is the even part of the spectrum of both.
 */
final class Spectrum {
    private static final int WIDE = 4;
    private static final int NARROW = 2;
    /** Points in the ring. */
    private static final int RING = (2 * WIDE + 1) * (2 * WIDE + 1) - (2 * NARROW + 1) * (2 * NARROW + 1);

    private final int side;
    private final float[][] window;
    private final float[] power;

    /**
     * An empty sum.
     *
     * @param side a power of two
     * @param window as {@link #hann} makes it, for this side
     */
    Spectrum(int side, float[][] window) {
        this.side = side;
        this.window = window;
        this.power = new float[side * side];
    }

    /** Hann's window over a square. */
    static float[][] hann(int side) {
        float[][] window = new float[side][side];
        for (int y = 0; y < side; y++) {
            double wy = 0.5 - 0.5 * Math.cos(2 * Math.PI * y / side);
            for (int x = 0; x < side; x++) {
                window[y][x] = (float) (wy * (0.5 - 0.5 * Math.cos(2 * Math.PI * x / side)));
            }
        }
        return window;
    }

    /** Adds the spectra of squares, given by their corners x, y. */
    Spectrum of(Grey picture, List<int[]> corners) {
        int width = (corners.size() + 1) / 2 * side;
        float[][] real = new float[side][width];
        float[][] imaginary = new float[side][width];
        for (int i = 0; i < corners.size(); i++) {
            fill(i % 2 == 0 ? real : imaginary, i / 2 * side, picture, corners.get(i));
        }
        transform(real, imaginary);
        float[][] turnedReal = turned(real);
        float[][] turnedImaginary = turned(imaginary);
        transform(turnedReal, turnedImaginary);
        for (int x = 0; x < side; x++) {
            addPower(x, turnedReal[x], turnedImaginary[x]);
        }
        return this;
    }

    private void fill(float[][] squares, int left, Grey picture, int[] corner) {
        float[] v = picture.v();
        int sum = 0;
        for (int y = 0; y < side; y++) {
            int row = (corner[1] + y) * picture.width() + corner[0];
            for (int i = row; i < row + side; i++) {
                sum += (int) v[i];
            }
        }
        float mean = (float) sum / (side * side);
        float[] line = new float[side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(v, (corner[1] + y) * picture.width() + corner[0], line, 0, side);
            float[] weights = window[y];
            for (int x = 0; x < side; x++) {
                line[x] = (line[x] - mean) * weights[x];
            }
            System.arraycopy(line, 0, squares[y], left, side);
        }
    }

    /** The fast Fourier transform (Cooley-Tukey) of every column, all columns at once: a row is an array. */
    private void transform(float[][] real, float[][] imaginary) {
        for (int i = 0; i < side; i++) {
            int other = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(side) + 1);
            if (other > i) {
                Collections.swap(Arrays.asList(real), i, other);
                Collections.swap(Arrays.asList(imaginary), i, other);
            }
        }
        for (int half = 1; half < side; half *= 2) {
            for (int k = 0; k < half; k++) {
                float cos = (float) Math.cos(Math.PI * k / half);
                float sin = (float) -Math.sin(Math.PI * k / half);
                for (int i = k; i < side; i += 2 * half) {
                    if (k > 0) {
                        turn(real[i + half], imaginary[i + half], cos, sin);
                    }
                    part(real[i], real[i + half]);
                    part(imaginary[i], imaginary[i + half]);
                }
            }
        }
    }

    private static void turn(float[] real, float[] imaginary, float cos, float sin) {
        for (int x = 0; x < real.length; x++) {
            float across = real[x];
            real[x] = across * cos - imaginary[x] * sin;
            imaginary[x] = across * sin + imaginary[x] * cos;
        }
    }

    /** Sum and difference take the places of two rows. */
    private static void part(float[] first, float[] second) {
        for (int x = 0; x < first.length; x++) {
            float sum = first[x] + second[x];
            second[x] = first[x] - second[x];
            first[x] = sum;
        }
    }

    /** Rows and columns of every square change places. */
    private float[][] turned(float[][] squares) {
        float[][] turned = new float[side][squares[0].length];
        for (int left = 0; left < squares[0].length; left += side) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    turned[x][left + y] = squares[y][left + x];
                }
            }
        }
        return turned;
    }

    /** Adds one column of all squares' spectra. */
    private void addPower(int x, float[] real, float[] imaginary) {
        for (int left = 0; left < real.length; left += side) {
            for (int y = 0; y < side; y++) {
                int i = left + y;
                power[y * side + x] += (real[i] * real[i] + imaginary[i] * imaginary[i]) / (side * side);
            }
        }
    }

    /**
     * The strongest peak away from the axes and from the middle: the log2 of a place's power over that of the ring of
     * places 3 and 4 steps away.
     */
    double strongestPeak() {
        int padded = side + 2 * WIDE;
        double[] sums = sums(padded);
        double strongest = 1;
        for (int v = 0; v <= side / 2; v++) {
            for (int u = -side / 2 + 3; u < side / 2 - 3; u++) {
                double radius = Math.sqrt(u * u + v * v);
                boolean offAxis = Math.abs(u) > 2 || v > 2;
                if (radius > 14 && radius < side / 2.0 - 2 && offAxis) {
                    int x = u + side / 2 + WIDE;
                    int y = v + side / 2 + WIDE;
                    double ring = box(sums, padded, x, y, WIDE) - box(sums, padded, x, y, NARROW);
                    double here = box(sums, padded, x, y, 0);
                    strongest = Math.max(strongest, (here + 1) / (ring / RING + 1));
                }
            }
        }
        return Math.log(strongest) / Math.log(2);
    }

    /** Sums over everything above and left, frequency 0 in the middle, the edges continued from the other side. */
    private double[] sums(int padded) {
        double[] sums = new double[(padded + 1) * (padded + 1)];
        int[] place = new int[padded];
        int[] mirrored = new int[padded];
        for (int i = 0; i < padded; i++) {
            place[i] = Math.floorMod(i - WIDE - side / 2, side);
            mirrored[i] = Math.floorMod(-place[i], side);
        }
        for (int y = 0; y < padded; y++) {
            double row = 0;
            int v = place[y] * side;
            int back = mirrored[y] * side;
            for (int x = 0; x < padded; x++) {
                row += (power[v + place[x]] + power[back + mirrored[x]]) / 2;
                sums[(y + 1) * (padded + 1) + x + 1] = sums[y * (padded + 1) + x + 1] + row;
            }
        }
        return sums;
    }

    private static double box(double[] sums, int padded, int x, int y, int reach) {
        int top = (y - reach) * (padded + 1);
        int bottom = (y + reach + 1) * (padded + 1);
        int left = x - reach;
        int right = x + reach + 1;
        return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
    }
}
