package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.BORDER_TRANSPARENT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.getRotationMatrix2D;
import static org.bytedeco.opencv.global.opencv_imgproc.line;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.DoubleBuffer;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Hides a face, or spoils a picture that shows it well. Every method returns a new picture. */
final class Disguised {
    private static final int[][] MASKS = {{225, 190, 130}, {238, 240, 240}, {34, 30, 30}, {190, 170, 235}};
    private static final int BRIDGE = 335;

    private Disguised() {}

    /** A pleated medical mask from nose to chin. */
    static Mat mask(StandardView it, Random random) {
        int[] colour = MASKS[random.nextInt(MASKS.length)];
        double lowest = it.chin() + 8;
        double middle = (it.lobeX(0) + it.lobeX(1)) / 2;
        double wide = 0.46 * (it.lobeX(1) - it.lobeX(0));
        return Spoiled.mapped(it.view(), (x, y, c, value) -> {
            double across = (x - middle) / wide;
            double down = (y - BRIDGE) / (lowest - BRIDGE);
            double narrow = Math.max(0, down - 0.5) / 0.5;
            boolean worn =
                    down < 1 && y > BRIDGE + 45 * across * across && Math.abs(across) < 1 - 0.6 * narrow * narrow;
            double fold = (y + 10 * across * across) % 26 < 3 ? 0.9 : 1;
            return worn ? colour[c] * fold * (1 - 0.15 * across * across) + 2 * random.nextGaussian() : value;
        });
    }

    /** Four fingers of the person's own skin across the mouth. */
    static Mat hand(StandardView it, Random random) {
        Mat out = it.view().clone();
        int side = random.nextBoolean() ? 1 : -1;
        double mouth = 288 + 0.62 * (it.chin() - 288);
        try (Mat cheek = new Mat(it.view(), new Rect(160, 360, 24, 24));
                Scalar skin = opencv_core.mean(cheek)) {
            for (int finger = 0; finger < 4; finger++) {
                double y = mouth - 60 + 36 * finger;
                for (int edge = 0; edge < 2; edge++) {
                    double shade = edge == 0 ? 0.7 : 0.97 - 0.03 * finger;
                    try (Scalar colour = new Scalar(skin.get(0) * shade, skin.get(1) * shade, skin.get(2) * shade, 0);
                            Point tip = new Point(240 - side * 75, (int) y);
                            Point knuckle = new Point(240 + side * 150, (int) y + 60)) {
                        line(out, tip, knuckle, colour, edge == 0 ? 40 : 36, LINE_AA, 0);
                    }
                }
            }
        }
        return out;
    }

    /** A round sticker in one colour over an eye. */
    static Mat sticker(StandardView it, Random random) {
        Mat out = it.view().clone();
        int strong = random.nextInt(3);
        double[] colour = {60, 60, 60};
        colour[strong] = 240;
        colour[(strong + 1) % 3] = random.nextInt(220);
        try (Point centre = new Point(random.nextBoolean() ? 180 : 300, 288);
                Scalar ink = new Scalar(colour[0], colour[1], colour[2], 0)) {
            circle(out, centre, 36 + random.nextInt(10), ink, FILLED, LINE_AA, 0);
        }
        return out;
    }

    static Mat grey(Mat view) {
        Mat out = new Mat();
        try (Mat grey = new Mat()) {
            cvtColor(view, grey, COLOR_BGR2GRAY);
            cvtColor(grey, out, COLOR_GRAY2BGR);
        }
        return out;
    }

    /** The middle stretched over the whole picture, by separate factors in width and height. */
    static Mat stretched(Mat view, double wide, double high) {
        int width = (int) Math.round(view.cols() / wide);
        int height = (int) Math.round(view.rows() / high);
        Mat out = new Mat();
        try (Mat part = new Mat(view, new Rect((view.cols() - width) / 2, (view.rows() - height) / 2, width, height))) {
            resize(part, out, new Size(view.cols(), view.rows()), 0, 0, INTER_LINEAR);
        }
        return out;
    }

    /** A print with a white edge lying on a table, slightly askew. */
    static Mat print(Mat view, Random random) {
        int dark = 50 + random.nextInt(70);
        Mat out = Spoiled.mapped(
                view, (x, y, c, value) -> dark * (0.8 + 0.15 * c) + 8 * Math.sin(y / 9.0) + 4 * random.nextGaussian());
        try (Mat print = new Mat();
                Mat small = new Mat();
                Point2f middle = new Point2f(view.cols() * 0.33f, view.rows() * 0.33f);
                Mat matrix = getRotationMatrix2D(middle, random.nextDouble() * 8 - 4, 1)) {
            copyMakeBorder(view, print, 24, 24, 24, 24, BORDER_CONSTANT, new Scalar(246, 248, 248, 0));
            resize(print, small, new Size(), 0.66, 0.66, INTER_AREA);
            DoubleBuffer numbers = matrix.createBuffer();
            numbers.put(2, numbers.get(2) + 65);
            numbers.put(5, numbers.get(5) + 90);
            warpAffine(small, out, matrix, out.size(), INTER_LINEAR, BORDER_TRANSPARENT, new Scalar(0, 0, 0, 0));
        }
        return out;
    }

    /** Rotated, as by a phone or chat program that loses the EXIF orientation. */
    static Mat turned(Mat view, int how) {
        Mat out = new Mat();
        rotate(view, out, how);
        return out;
    }

    /** A bright wall, and no light on the person in front of it. */
    static Mat againstTheLight(StandardView it) {
        return Spoiled.mapped(it.view(), (x, y, c, value) -> {
            double person = it.person(x, y);
            return person * 0.3 * value + (1 - person) * (1.1 * value + 20);
        });
    }
}
