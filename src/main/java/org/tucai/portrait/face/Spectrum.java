package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.dft;

import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The summed power spectra of squares of a picture. Two squares are transformed at once, one as the real and one as the
 * imaginary part: the sum of their spectra is the even part of the spectrum of both.
 */
final class Spectrum {
    private static final int WIDE = 4;
    private static final int NARROW = 2;
    /** Places in the ring. */
    private static final int RING = (2 * WIDE + 1) * (2 * WIDE + 1) - (2 * NARROW + 1) * (2 * NARROW + 1);

    private final int side;
    private final float[] window;
    private final float[] power;

    /** @param window as {@link #hann} makes it, for this side */
    Spectrum(int side, float[] window) {
        this.side = side;
        this.window = window;
        this.power = new float[side * side];
    }

    /** Hann's window over a square. */
    static float[] hann(int side) {
        float[] window = new float[side * side];
        for (int y = 0; y < side; y++) {
            double wy = 0.5 - 0.5 * Math.cos(2 * Math.PI * y / side);
            for (int x = 0; x < side; x++) {
                window[y * side + x] = (float) (wy * (0.5 - 0.5 * Math.cos(2 * Math.PI * x / side)));
            }
        }
        return window;
    }

    /** Adds the spectra of squares, given by their corners x, y. */
    Spectrum of(Grey picture, List<int[]> corners) {
        float[] pair = new float[2 * side * side];
        Mat in = new Mat(side, side, CV_32FC2);
        Mat out = new Mat();
        for (int i = 0; i < corners.size(); i += 2) {
            fill(pair, 0, picture, corners.get(i));
            if (i + 1 < corners.size()) {
                fill(pair, 1, picture, corners.get(i + 1));
            } else {
                for (int k = 1; k < pair.length; k += 2) {
                    pair[k] = 0;
                }
            }
            FloatBuffer into = in.createBuffer();
            into.put(pair);
            dft(in, out);
            FloatBuffer from = out.createBuffer();
            from.get(pair);
            for (int k = 0; k < power.length; k++) {
                power[k] += (pair[2 * k] * pair[2 * k] + pair[2 * k + 1] * pair[2 * k + 1]) / (side * side);
            }
        }
        return this;
    }

    private void fill(float[] pair, int part, Grey picture, int[] corner) {
        float[] v = picture.v();
        double sum = 0;
        for (int y = 0; y < side; y++) {
            int row = (corner[1] + y) * picture.width() + corner[0];
            for (int x = 0; x < side; x++) {
                sum += v[row + x];
            }
        }
        float mean = (float) (sum / (side * side));
        for (int y = 0; y < side; y++) {
            int row = (corner[1] + y) * picture.width() + corner[0];
            for (int x = 0; x < side; x++) {
                pair[2 * (y * side + x) + part] = (v[row + x] - mean) * window[y * side + x];
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
