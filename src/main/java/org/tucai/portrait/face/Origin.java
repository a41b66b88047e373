package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.DFT_COMPLEX_OUTPUT;
import static org.bytedeco.opencv.global.opencv_core.dft;

import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Looks for the traces of a photographed screen or sheet of paper. */
final class Origin {
    /** Side of the squares whose spectra are looked at. */
    private static final int SIDE = 128;

    private Origin() {}

    static OriginFacts of(Grey picture, Grey view) {
        return new OriginFacts(moire(view), frame(picture));
    }

    /**
     * The mean spectrum of squares over the view: the pixel grid of a screen, beaten with that of the camera, gives peaks
     * away from the axes and from the middle that natural pictures do not have.
     */
    private static double moire(Grey view) {
        float[] power = new float[SIDE * SIDE];
        int squares = 0;
        for (int y = 32; y + SIDE <= view.height(); y += SIDE) {
            for (int x = 48; x + SIDE <= view.width(); x += SIDE) {
                addSpectrum(view.part(x, y, SIDE, SIDE), power);
                squares++;
            }
        }
        if (squares == 0) {
            return Double.NaN;
        }
        double strongest = 0;
        for (int v = 0; v <= SIDE / 2; v++) {
            for (int u = -SIDE / 2 + 3; u < SIDE / 2 - 3; u++) {
                double radius = Math.hypot(u, v);
                boolean offAxis = Math.abs(u) > 2 || v > 2;
                if (radius > 14 && radius < SIDE / 2.0 - 2 && offAxis) {
                    strongest = Math.max(strongest, peak(power, u, v));
                }
            }
        }
        return strongest;
    }

    private static double peak(float[] power, int u, int v) {
        double here = at(power, u, v);
        double around = 0;
        int n = 0;
        for (int dv = -4; dv <= 4; dv++) {
            for (int du = -4; du <= 4; du++) {
                if (Math.max(Math.abs(du), Math.abs(dv)) > 2) {
                    around += at(power, u + du, v + dv);
                    n++;
                }
            }
        }
        return Math.log((here + 1) / (around / n + 1)) / Math.log(2);
    }

    private static double at(float[] power, int u, int v) {
        return power[Math.floorMod(v, SIDE) * SIDE + Math.floorMod(u, SIDE)];
    }

    private static void addSpectrum(Grey square, float[] power) {
        float[] windowed = new float[SIDE * SIDE];
        double mean = 0;
        for (float value : square.v()) {
            mean += value / (SIDE * SIDE);
        }
        for (int y = 0; y < SIDE; y++) {
            double wy = 0.5 - 0.5 * Math.cos(2 * Math.PI * y / SIDE);
            for (int x = 0; x < SIDE; x++) {
                double wx = 0.5 - 0.5 * Math.cos(2 * Math.PI * x / SIDE);
                windowed[y * SIDE + x] = (float) ((square.v()[y * SIDE + x] - mean) * wx * wy);
            }
        }
        Mat in = new Mat(SIDE, SIDE, CV_32F);
        FloatBuffer buffer = in.createBuffer();
        buffer.put(windowed);
        Mat out = new Mat();
        dft(in, out, DFT_COMPLEX_OUTPUT, 0);
        FloatBuffer complex = out.createBuffer();
        for (int i = 0; i < power.length; i++) {
            float re = complex.get(2 * i);
            float im = complex.get(2 * i + 1);
            power[i] += (re * re + im * im) / (SIDE * SIDE);
        }
    }

    /**
     * How much of the four edges shows a flat strip that ends in a straight line parallel to the edge, up to a tenth of
     * the picture inside.
     */
    private static double frame(Grey g) {
        int sides = 0;
        sides += strip(g, true, false) ? 1 : 0;
        sides += strip(g, true, true) ? 1 : 0;
        sides += strip(g, false, false) ? 1 : 0;
        sides += strip(g, false, true) ? 1 : 0;
        return sides / 4.0;
    }

    private static boolean strip(Grey g, boolean rows, boolean far) {
        int lines = rows ? g.height() : g.width();
        int length = rows ? g.width() : g.height();
        int depth = Math.max(4, lines / 10);
        for (int d = 1; d < depth; d++) {
            int strong = 0;
            for (int p = 0; p < length; p++) {
                double step = value(g, rows, far ? lines - 1 - d : d, p) - value(g, rows, far ? lines - d : d - 1, p);
                strong += Math.abs(step) > 14 ? 1 : 0;
            }
            if (strong > 0.85 * length) {
                return true;
            }
        }
        return false;
    }

    private static double value(Grey g, boolean rows, int line, int p) {
        return rows ? g.v()[line * g.width() + p] : g.v()[p * g.width() + line];
    }
}
