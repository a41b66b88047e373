package org.tucai.portrait.face;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.jspecify.annotations.Nullable;

/** Looks for traces of a photographed screen or print. */
final class Origin {
    /** Side of the squares whose spectra are looked at. */
    private static final int SIDE = 128;

    /** A step between two lines that counts as an edge, grey levels. */
    private static final int STEP = 14;

    /** Share of a line's points that must show the step. */
    private static final double STRAIGHT = 0.85;

    private static final float[][] WINDOW = Spectrum.hann(SIDE);

    private Origin() {}

    /**
     * Looks at one picture.
     *
     * @param picture 8-bit BGR
     * @param hair null when it is not known
     */
    static OriginFacts of(Mat picture, Grey view, GeometryFacts head, @Nullable Mask hair) {
        Inscription.Line line = Inscription.of(picture, head, hair);
        return new OriginFacts(
                moire(view), frame(picture), line.letters(), line.x(), line.y(), line.width(), line.height());
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
    private static double frame(Mat picture) {
        int rows = picture.rows();
        int columns = picture.cols();
        int down = Math.min(Math.max(4, rows / 10), rows);
        int across = Math.min(Math.max(4, columns / 10), columns);
        byte[] above = Grey.bytes(new Mat(picture, new Rect(0, 0, columns, down)));
        byte[] below = Grey.bytes(new Mat(picture, new Rect(0, rows - down, columns, down)));
        byte[] left = Grey.bytes(new Mat(picture, new Rect(0, 0, across, rows)));
        byte[] right = Grey.bytes(new Mat(picture, new Rect(columns - across, 0, across, rows)));
        int sides = 0;
        sides += ends(above, 0, 1, columns, columns, down) ? 1 : 0;
        sides += ends(below, (down - 1) * columns, 1, columns, -columns, down) ? 1 : 0;
        sides += ends(left, 0, across, rows, 1, across) ? 1 : 0;
        sides += ends(right, across - 1, across, rows, -1, across) ? 1 : 0;
        return sides / 4.0;
    }

    /**
     * Whether nearly all points of a line differ clearly from those of the line before.
     *
     * @param first where the line along the edge of the picture begins
     * @param along steps from a point of a line to its next one
     * @param length points of a line
     * @param inwards steps from a point to the one of the next line
     */
    private static boolean ends(byte[] v, int first, int along, int length, int inwards, int lines) {
        double mayMiss = (1 - STRAIGHT) * length;
        for (int line = 1; line < lines; line++) {
            int weak = 0;
            int i = first + line * inwards;
            for (int point = 0; point < length && weak < mayMiss; point++) {
                weak += Math.abs((v[i] & 255) - (v[i - inwards] & 255)) > STEP ? 0 : 1;
                i += along;
            }
            if (weak < mayMiss) {
                return true;
            }
        }
        return false;
    }
}
