package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_DUPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.ellipse;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;

import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws on a portrait in the standard view, mostly to break a rule. Every method returns a new picture. */
final class Drawn {
    private static final int[] EYES_X = {180, 300};
    private static final int EYES_Y = 288;
    private static final int LENS_X = 48;
    private static final int LENS_Y = 36;

    private Drawn() {}

    /** Glasses with tinted lenses of a random colour and the given opacity, 0 to 1. */
    static Mat lenses(Mat view, double opacity, Random random) {
        double[] colour = {20 + random.nextInt(80), 20 + random.nextInt(60), 20 + random.nextInt(80)};
        try (Mat tinted = Spoiled.mapped(
                view, (x, y, c, value) -> inLens(x, y) ? value * (1 - opacity) + colour[c] * opacity : value)) {
            return frame(tinted, 0, random);
        }
    }

    private static boolean inLens(int x, int y) {
        double dx = Math.min(Math.abs(x - EYES_X[0]), Math.abs(x - EYES_X[1])) / (double) LENS_X;
        double dy = (y - EYES_Y - 6) / (double) LENS_Y;
        return dx * dx * dx * dx + dy * dy * dy * dy < 1;
    }

    /** A frame of glasses, {@code down} pixels below its proper position. */
    private static Mat frame(Mat view, int down, Random random) {
        Mat out = view.clone();
        int grey = random.nextInt(70);
        int thick = 3 + random.nextInt(4);
        try (Scalar colour = new Scalar(grey, grey, grey + random.nextInt(30), 0);
                Size axes = new Size(LENS_X, LENS_Y)) {
            for (int x : EYES_X) {
                try (Point centre = new Point(x, EYES_Y + 6 + down)) {
                    ellipse(out, centre, axes, 0, 0, 360, colour, thick, LINE_AA, 0);
                }
            }
            stroke(out, EYES_X[0] + LENS_X, EYES_Y + down, EYES_X[1] - LENS_X, EYES_Y + down, colour, thick);
            stroke(out, EYES_X[0] - LENS_X, EYES_Y + down, 105, EYES_Y + down - 6, colour, thick);
            stroke(out, EYES_X[1] + LENS_X, EYES_Y + down, 375, EYES_Y + down - 6, colour, thick);
        }
        return out;
    }

    private static void stroke(Mat out, int x0, int y0, int x1, int y1, Scalar colour, int thick) {
        try (Point from = new Point(x0, y0);
                Point to = new Point(x1, y1)) {
            line(out, from, to, colour, thick, LINE_AA, 0);
        }
    }

    /** Clean glasses in their proper position. */
    static Mat glasses(Mat view, Random random) {
        return frame(view, random.nextInt(7) - 3, random);
    }

    /** Glasses with white reflections in one or both lenses. */
    static Mat glare(Mat view, Random random) {
        try (Mat worn = frame(view, 0, random)) {
            return spots(worn, random);
        }
    }

    /** White reflections where a wearer's lenses are. */
    static Mat spots(Mat view, Random random) {
        int which = random.nextInt(3);
        double across = 12 + 14 * random.nextDouble();
        double down = 8 + 10 * random.nextDouble();
        double offX = random.nextDouble() * 30 - 15;
        double offY = random.nextDouble() * 20 - 10;
        double lean = random.nextDouble() - 0.5;
        return Spoiled.mapped(view, (x, y, c, value) -> {
            double most = 0;
            for (int eye = 0; eye < 2; eye++) {
                if (which == 2 || which == eye) {
                    double dx = (x - EYES_X[eye] - offX + lean * (y - EYES_Y)) / across;
                    double dy = (y - EYES_Y - offY) / down;
                    most = Math.max(most, Math.clamp(3 * (1.15 - Math.hypot(dx, dy)), 0, 1));
                }
            }
            return value + (250 - value) * 0.95 * most;
        });
    }

    /** Glasses that have slipped until the upper rim runs across the eyes. */
    static Mat frameAcross(Mat view, Random random) {
        return frame(view, LENS_Y - 6 + random.nextInt(7) - 3, random);
    }

    /** A fringe down to the eyelids. */
    static Mat fringe(Mat view, Random random) {
        return strands(view, random, 110, 100, 380, 268);
    }

    /** A thick strand of hair over one eye. */
    static Mat strand(Mat view, Random random) {
        int eye = EYES_X[random.nextInt(2)];
        return strands(view, random, 60, eye - 34, eye + 34, 360);
    }

    private static Mat strands(Mat view, Random random, int count, int fromX, int toX, int toY) {
        Mat out = view.clone();
        int dark = 15 + random.nextInt(50);
        for (int i = 0; i < count; i++) {
            int x = fromX + random.nextInt(toX - fromX);
            int top = 120 + random.nextInt(50);
            int lean = random.nextInt(31) - 15;
            int end = toY + random.nextInt(17) - 8;
            int shade = random.nextInt(25);
            try (Scalar colour = new Scalar(dark * 0.6 + shade, dark * 0.8 + shade, dark + shade, 0)) {
                stroke(out, x - lean, top, x, end, colour, 5 + random.nextInt(4));
            }
        }
        return out;
    }

    /** Pupils that reflect the flash: {@code brightness} is their red, {@code other} their green and blue. */
    static Mat redPupils(Mat view, int brightness, int other) {
        return Spoiled.mapped(view, (x, y, c, value) -> {
            double r = Math.min(Math.hypot(x - EYES_X[0], y - EYES_Y), Math.hypot(x - EYES_X[1], y - EYES_Y));
            double red = Math.clamp((7 - r) / 2, 0, 1);
            double target = c == 2 ? brightness : other;
            return value + (target - value) * red;
        });
    }

    /** Blown-out highlights on forehead, nose or cheeks. */
    static Mat flash(Mat view, Random random) {
        int[][] places = {{240, 215}, {240, 350}, {175, 370}, {305, 370}};
        int first = random.nextInt(places.length);
        int second = (first + 1 + random.nextInt(places.length - 1)) % places.length;
        return Spoiled.mapped(view, (x, y, c, value) -> {
            double a = Math.hypot((x - places[first][0]) / 34.0, (y - places[first][1]) / 26.0);
            double b = Math.hypot((x - places[second][0]) / 28.0, (y - places[second][1]) / 22.0);
            return value + (255 - value) * Math.clamp(2.2 * (1.2 - Math.min(a, b)), 0, 1);
        });
    }

    /** The white edge of a print and a dark table all around. */
    static Mat border(Mat view) {
        return Spoiled.mapped(view, (x, y, c, value) -> {
            int edge = Math.min(Math.min(x, view.cols() - 1 - x), Math.min(y, view.rows() - 1 - y));
            return edge < 10 ? 45 : edge < 22 ? 248 : value;
        });
    }

    /** A web address in thin letters on the wall, near the top. */
    static Mat address(Mat view, Random random) {
        Mat out = view.clone();
        int grey = 60 + random.nextInt(60);
        try (Point place = new Point(15 + random.nextInt(230), 36 + random.nextInt(20));
                Scalar colour = new Scalar(grey, grey, grey, 0)) {
            putText(out, "www.example.com", place, FONT_HERSHEY_SIMPLEX, 0.75, colour, 1, LINE_AA, false);
        }
        return out;
    }

    /** A semi-transparent word, repeated from corner to corner. */
    static Mat watermark(Mat view, Random random) {
        Mat out = new Mat();
        double slant = 20 + random.nextInt(20);
        int grey = 60 + random.nextInt(60);
        try (Mat marked = view.clone();
                Mat letters = new Mat(view.rows(), view.cols(), CV_8UC1, new Scalar(0, 0, 0, 0));
                Mat colour = new Mat(view.rows(), view.cols(), view.type(), new Scalar(grey, grey, grey, 0));
                Scalar white = new Scalar(255, 255, 255, 0)) {
            for (int line = 0; line < 4; line++) {
                try (Point place = new Point(-30 + 40 * line, 120 + 150 * line)) {
                    putText(letters, "SAMPLE  SAMPLE", place, FONT_HERSHEY_DUPLEX, 1.4, white, 2, LINE_AA, false);
                }
            }
            try (Mat slanted = Spoiled.placed(letters, slant, 1, 0, 0)) {
                colour.copyTo(marked, slanted);
            }
            addWeighted(marked, 0.5, view, 0.5, 0, out);
        }
        return out;
    }

    static Mat text(Mat view) {
        Mat out = view.clone();
        try (Point place = new Point(40, 600);
                Scalar colour = new Scalar(40, 40, 220, 0)) {
            putText(out, "2025-06-01 12:30", place, FONT_HERSHEY_DUPLEX, 1.3, colour, 2, LINE_AA, false);
        }
        return out;
    }
}
