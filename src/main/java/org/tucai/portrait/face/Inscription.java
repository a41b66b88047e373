package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_BLACKHAT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_TOPHAT;
import static org.bytedeco.opencv.global.opencv_imgproc.THRESH_BINARY;
import static org.bytedeco.opencv.global.opencv_imgproc.connectedComponentsWithStats;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;
import static org.bytedeco.opencv.global.opencv_imgproc.threshold;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a line of writing (a date, a name, a watermark) outside face and hair: spots made of thin strokes, alike in height,
 * that stand on one line close beside each other.
 */
final class Inscription {
    /** Longer side of the copy that is looked at, pixels: strokes of writing are one to three of them wide. */
    private static final int LONG_SIDE = 320;

    /** A stroke is narrower than this, pixels of the copy. */
    private static final int STROKE = 5;

    /** How much a stroke differs from its surroundings, grey levels. */
    private static final int CONTRAST = 24;

    private static final int LOWEST = 5;
    private static final int HIGHEST = 40;

    /** With more spots the picture is patterned all over, and lines would be found anywhere. */
    private static final int MOST = 400;

    private final List<Spot> spots = new ArrayList<>();

    private Inscription() {}

    /**
     * A line of writing.
     *
     * @param letters how many separate ones there are
     * @param x left edge, pixels of the picture
     * @param y upper edge
     */
    record Line(int letters, double x, double y, double width, double height) {
        static final Line NONE = new Line(0, 0, 0, 0, 0);

        Line longer(Line other) {
            return other.letters > letters ? other : this;
        }
    }

    /** One spot of strokes, pixels of the small copy. */
    private record Spot(double x, double y, int width, int height) {
        boolean like(Spot other) {
            int larger = Math.max(height, other.height);
            return larger - Math.min(height, other.height) <= Math.max(1, larger / 4);
        }
    }

    /**
     * The longest line.
     *
     * @param picture 8-bit BGR
     */
    static Line of(Mat picture, GeometryFacts head, @Nullable Mask hair) {
        double zoom = Math.min(1, (double) LONG_SIDE / Math.max(picture.cols(), picture.rows()));
        int width = (int) Math.max(STROKE, Math.round(picture.cols() * zoom));
        int height = (int) Math.max(STROKE, Math.round(picture.rows() * zoom));
        MatVector channels = new MatVector();
        split(Shrunk.to(picture, width, height), channels);
        Mat brightest = new Mat();
        Mat darkest = new Mat();
        max(channels.get(0), channels.get(1), brightest);
        max(brightest, channels.get(2), brightest);
        min(channels.get(0), channels.get(1), darkest);
        min(darkest, channels.get(2), darkest);
        return longest(brightest, MORPH_TOPHAT, zoom, head, hair)
                .longer(longest(darkest, MORPH_BLACKHAT, zoom, head, hair));
    }

    private static Line longest(Mat channel, int kind, double zoom, GeometryFacts head, @Nullable Mask hair) {
        Mat strokes = new Mat();
        morphologyEx(channel, strokes, kind, getStructuringElement(MORPH_RECT, new Size(STROKE, STROKE)));
        threshold(strokes, strokes, CONTRAST, 255, THRESH_BINARY);
        Mat labels = new Mat();
        Mat stats = new Mat();
        int count = connectedComponentsWithStats(strokes, labels, stats, new Mat(), 8, CV_16U);
        Inscription lines = new Inscription();
        IntBuffer numbers = stats.createBuffer();
        for (int i = 1; i < count; i++) {
            lines.add(numbers, 5 * i, channel, zoom, head, hair);
        }
        return lines.longest(zoom);
    }

    private void add(IntBuffer n, int at, Mat picture, double zoom, GeometryFacts head, @Nullable Mask hair) {
        int left = n.get(at);
        int top = n.get(at + 1);
        int width = n.get(at + 2);
        int height = n.get(at + 3);
        boolean edge = left == 0 || top == 0 || left + width == picture.cols() || top + height == picture.rows();
        if (edge || height < LOWEST || height > HIGHEST || width > HIGHEST || n.get(at + 4) < height) {
            return;
        }
        double x = left + width / 2.0;
        double y = top + height / 2.0;
        double across = (x / zoom - head.eyesX()) / head.eyeDistance();
        double down = (y / zoom - head.eyesY()) / head.eyeDistance();
        boolean face = Math.hypot(across / 1.25, (down - 0.3) / 1.8) < 1;
        if (!face && (hair == null || hair.at(x / zoom, y / zoom) < 0.3)) {
            spots.add(new Spot(x, y, width, height));
        }
    }

    private Line longest(double zoom) {
        if (spots.size() > MOST) {
            return Line.NONE;
        }
        Line longest = Line.NONE;
        for (Spot first : spots) {
            for (Spot second : spots) {
                double apart = Math.hypot(second.x - first.x, second.y - first.y);
                if (second.x > first.x && near(first, second, apart) && first.like(second)) {
                    longest = longest.longer(
                            along(first, (second.x - first.x) / apart, (second.y - first.y) / apart, zoom));
                }
            }
        }
        return longest;
    }

    private static boolean near(Spot first, Spot second, double apart) {
        return apart < (first.width + second.width) / 2.0 + 1.6 * Math.max(first.height, second.height);
    }

    /** The spots like the first one that follow it on a line, none too far from the one before. */
    private Line along(Spot first, double dx, double dy, double zoom) {
        int letters = 1;
        Spot last = first;
        double reached = 0;
        for (Spot next = following(first, dx, dy, reached); next != null; next = following(first, dx, dy, reached)) {
            double apart = Math.hypot(next.x - last.x, next.y - last.y);
            if (!near(last, next, apart)) {
                break;
            }
            letters++;
            last = next;
            reached = (next.x - first.x) * dx + (next.y - first.y) * dy;
        }
        double top = Math.min(first.y, last.y) - first.height / 2.0;
        double bottom = Math.max(first.y, last.y) + first.height / 2.0;
        double left = first.x - first.width / 2.0;
        return new Line(
                letters, left / zoom, top / zoom, (last.x + last.width / 2.0 - left) / zoom, (bottom - top) / zoom);
    }

    private @Nullable Spot following(Spot first, double dx, double dy, double reached) {
        Spot best = null;
        double nearest = Double.MAX_VALUE;
        for (Spot spot : spots) {
            double ahead = (spot.x - first.x) * dx + (spot.y - first.y) * dy;
            double aside = Math.abs((spot.y - first.y) * dx - (spot.x - first.x) * dy);
            boolean onLine = aside <= Math.max(1, 0.2 * first.height) && first.like(spot);
            if (onLine && ahead > reached + 1 && ahead < nearest) {
                nearest = ahead;
                best = spot;
            }
        }
        return best;
    }
}
