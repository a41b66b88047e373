package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.jspecify.annotations.Nullable;

/** Looks for the traces of a photographed screen or sheet of paper. */
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
        int sides = 0;
        sides += ends(upright(picture, new Rect(0, 0, columns, down), false, false)) ? 1 : 0;
        sides += ends(upright(picture, new Rect(0, rows - down, columns, down), false, true)) ? 1 : 0;
        sides += ends(upright(picture, new Rect(0, 0, across, rows), true, false)) ? 1 : 0;
        sides += ends(upright(picture, new Rect(columns - across, 0, across, rows), true, true)) ? 1 : 0;
        return sides / 4.0;
    }

    /** One edge of the picture in grey, turned so that the edge is the first row. */
    private static Mat upright(Mat picture, Rect part, boolean column, boolean far) {
        Mat grey = new Mat();
        cvtColor(new Mat(picture, part), grey, COLOR_BGR2GRAY);
        if (column) {
            Mat turned = new Mat();
            transpose(grey, turned);
            grey = turned;
        }
        if (far) {
            rotate(grey, grey, ROTATE_180);
        }
        return grey;
    }

    /** Whether nearly all points of a line differ clearly from those of the line before. */
    private static boolean ends(Mat strip) {
        int length = strip.cols();
        byte[] v = new byte[strip.rows() * length];
        ByteBuffer buffer = strip.createBuffer();
        buffer.get(v);
        double mayMiss = (1 - STRAIGHT) * length;
        for (int line = 1; line < strip.rows(); line++) {
            int weak = 0;
            for (int i = line * length; i < (line + 1) * length && weak < mayMiss; i++) {
                weak += Math.abs((v[i] & 255) - (v[i - length] & 255)) > STEP ? 0 : 1;
            }
            if (weak < mayMiss) {
                return true;
            }
        }
        return false;
    }
}
