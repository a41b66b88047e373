package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;

/** Looks for the traces of a photographed screen or sheet of paper. */
final class Origin {
    /** Side of the squares whose spectra are looked at. */
    private static final int SIDE = 128;

    private static final float[] WINDOW = Spectrum.hann(SIDE);

    private Origin() {}

    static OriginFacts of(Grey picture, Grey view) {
        return new OriginFacts(moire(view), frame(picture));
    }

    /**
     * The mean spectrum of squares over the view: the pixel grid of a screen, beaten with that of the camera, gives peaks
     * away from the axes and from the middle that natural pictures do not have.
     */
    private static double moire(Grey view) {
        List<int[]> corners = new ArrayList<>();
        for (int y = 32; y + SIDE <= view.height(); y += SIDE) {
            for (int x = 48; x + SIDE <= view.width(); x += SIDE) {
                corners.add(new int[] {x, y});
            }
        }
        return corners.isEmpty()
                ? Double.NaN
                : new Spectrum(SIDE, WINDOW).of(view, corners).strongestPeak();
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
        int depth = Math.min(Math.max(4, lines / 10), lines);
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
