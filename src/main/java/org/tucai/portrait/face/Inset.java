package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a picture within the picture: a straight line left of the head, one right of it, one above and one below, each a brightness
 * step of one sign along its whole length. Door frames and windows have the first three; the one below, across the body, marks a print, a
 * card or a screenshot. The edges of the picture itself may serve as the sides, as in a screenshot that fills the width.
 */
final class Inset {
    /** Longer side of the copy that is looked at, pixels. */
    private static final int LONG_SIDE = 192;

    /** The least step between two pairs of points, grey levels. */
    private static final int STEP = 9;

    /** Share of a line's points that must show the step. */
    private static final double STRAIGHT = 0.85;

    /** The steepest lean of a line that is tried, and the steps between them: points aside per point along. */
    private static final double LEAN = 0.1;

    private static final double LEANS_APART = 0.0125;

    /** From the middle between the eyes, eye distances: outside of it are the sides, the top and the bottom. */
    private static final double ASIDE = 1.3;

    private static final double ABOVE = 1.9;
    private static final double BELOW = 2.1;

    /** Smallest eye distance, pixels of the small copy: lines near smaller heads are hair and collars. */
    private static final double LEAST_EYES = 4;

    private final int width;
    private final int height;
    /** By point, where lines stand upright: 1 where it grows lighter from left to right, -1 where darker, 0 without a step. */
    private final byte[] upright;
    /** The same from above to below, where lines lie. */
    private final byte[] level;

    private Inset(Mat small) {
        width = small.cols();
        height = small.rows();
        byte[] grey = new byte[width * height];
        ByteBuffer buffer = small.createBuffer();
        buffer.get(grey);
        upright = steps(grey, 1);
        level = steps(grey, width);
    }

    /** {@code across}: distance in the array between two neighbours across the lines. */
    private static byte[] steps(byte[] grey, int across) {
        byte[] steps = new byte[grey.length];
        for (int i = 2 * across; i < grey.length - 2 * across; i++) {
            int step = (grey[i + across] & 255)
                    + (grey[i + 2 * across] & 255)
                    - (grey[i - across] & 255)
                    - (grey[i - 2 * across] & 255);
            steps[i] = (byte) (step > 2 * STEP ? 1 : step < -2 * STEP ? -1 : 0);
        }
        return steps;
    }

    /** The rectangle round the head, or null when there is none. */
    static @Nullable InsetFacts of(Mat picture, GeometryFacts head) {
        double zoom = (double) LONG_SIDE / Math.max(picture.cols(), picture.rows());
        double unit = head.eyeDistance() * zoom;
        if (unit < LEAST_EYES || picture.cols() * zoom < 16 || picture.rows() * zoom < 16) {
            return null;
        }
        Mat grey = new Mat();
        cvtColor(picture, grey, COLOR_BGR2GRAY);
        Mat small = Shrunk.to(grey, (int) Math.round(picture.cols() * zoom), (int) Math.round(picture.rows() * zoom));
        return new Inset(small).round(head.eyesX() * zoom, head.eyesY() * zoom, unit, zoom);
    }

    private @Nullable InsetFacts round(double x, double y, double unit, double zoom) {
        int top = (int) Math.max(0, y - ABOVE * unit);
        int bottom = (int) Math.min(height - 1.0, y + BELOW * unit);
        int left = upright((int) (x - ASIDE * unit), -1, top, bottom);
        int right = upright((int) (x + ASIDE * unit), 1, top, bottom);
        boolean sides = left >= 0 && right >= 0;
        if (!sides) {
            left = 2;
            right = width - 3;
        }
        int above = level(top, -1, left + 3, right - 3);
        int below = level(bottom, 1, left + 3, right - 3);
        return above < 0 || below < 0
                ? null
                : new InsetFacts(left / zoom, above / zoom, (right - left) / zoom, (below - above) / zoom);
    }

    /** The nearest line beside the head that stands upright along all of it, or -1. */
    private int upright(int from, int outwards, int top, int bottom) {
        return line(upright, from, outwards, width, top, bottom, 1, width);
    }

    /** The nearest line above or below the head that reaches from one side to the other, or -1. */
    private int level(int from, int outwards, int left, int right) {
        return line(level, from, outwards, height, left, right, width, 1);
    }

    /**
     * The nearest line.
     *
     * @param steps across such lines
     * @param from where to begin, across the lines
     * @param size of the copy across the lines
     * @param begin of the lines, along them
     * @param across distance in the array between two neighbours across the lines
     * @param along distance in the array between two neighbours along them
     */
    private static int line(byte[] steps, int from, int outwards, int size, int begin, int end, int across, int along) {
        if (end - begin < 16) {
            return -1;
        }
        for (int at = from; at >= 2 && at < size - 2; at += outwards) {
            for (double lean = -LEAN; lean <= LEAN; lean += LEANS_APART) {
                if (straight(steps, at, lean, size, begin, end, across, along)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean straight(
            byte[] steps, int at, double lean, int size, int begin, int end, int across, int along) {
        double middle = (begin + end) / 2.0;
        int reach = (int) Math.ceil(Math.abs(lean) * (end - begin) / 2);
        if (at - reach < 2 || at + reach >= size - 2) {
            return false;
        }
        int mayMiss = (int) ((1 - STRAIGHT) * (end - begin));
        int notUp = 0;
        int notDown = 0;
        for (int i = begin; i < end; i++) {
            int place = (int) Math.round(at + lean * (i - middle)) * across + i * along;
            int step = steps[place];
            notUp += step > 0 ? 0 : 1;
            notDown += step < 0 ? 0 : 1;
            if (notUp > mayMiss && notDown > mayMiss) {
                return false;
            }
        }
        return true;
    }
}
