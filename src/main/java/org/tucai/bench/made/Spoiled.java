package org.tucai.bench.made;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.sumElems;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.bilateralFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.filter2D;
import static org.bytedeco.opencv.global.opencv_imgproc.getRotationMatrix2D;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.picture.EncodedPicture;

/** Degrades a whole picture: blur, noise, light, colour, position. Every method returns a new picture. */
final class Spoiled {
    private static final double GAMMA = 2.2;

    private Spoiled() {}

    /** Gives the new value of a pixel's channel; channels are 0 blue, 1 green, 2 red, values 0..255. */
    @FunctionalInterface
    interface PixelRule {
        double at(int x, int y, int channel, double value);
    }

    /** A new picture, each value computed by the rule. */
    static Mat mapped(Mat picture, PixelRule rule) {
        Mat out = picture.clone();
        ByteBuffer bytes = out.createBuffer();
        int width = out.cols();
        for (int i = 0; i < bytes.capacity(); i++) {
            int pixel = i / 3;
            double value = rule.at(pixel % width, pixel / width, i % 3, bytes.get(i) & 255);
            bytes.put(i, (byte) Math.clamp(Math.round(value), 0, 255));
        }
        return out;
    }

    static Mat blurred(Mat picture, double sigma) {
        Mat out = new Mat();
        GaussianBlur(picture, out, new Size(0, 0), sigma);
        return out;
    }

    /**
     * Motion blur along a line, as when the camera moves.
     *
     * @param length odd, pixels
     * @param degrees between the line and the horizontal
     */
    static Mat moved(Mat picture, int length, double degrees) {
        int half = length / 2;
        Mat out = new Mat();
        try (Mat level = Mat.zeros(length, length, CV_32F).asMat();
                Mat middle = level.row(half);
                Point2f centre = new Point2f(half, half);
                Mat turn = getRotationMatrix2D(centre, degrees, 1);
                Scalar one = new Scalar(1, 0, 0, 0);
                Mat kernel = new Mat()) {
            middle.put(one);
            warpAffine(level, kernel, turn, level.size());
            kernel.convertTo(kernel, CV_32F, 1 / sumElems(kernel).get(0), 0);
            filter2D(picture, out, -1, kernel);
        }
        return out;
    }

    /** Reduced and enlarged again. */
    static Mat enlarged(Mat picture, int times) {
        Mat out = new Mat();
        try (Mat small = new Mat()) {
            resize(picture, small, new Size(picture.cols() / times, picture.rows() / times), 0, 0, INTER_AREA);
            resize(small, out, new Size(picture.cols(), picture.rows()), 0, 0, INTER_LINEAR);
        }
        return out;
    }

    static Mat noisy(Mat picture, double sigma, Random random) {
        return mapped(picture, (x, y, channel, value) -> value + sigma * random.nextGaussian());
    }

    static Mat jpeg(Mat picture, int quality) {
        byte[] file = EncodedPicture.of(picture, ".jpg", IMWRITE_JPEG_QUALITY, quality);
        try (BytePointer bytes = new BytePointer(file);
                Mat encoded = new Mat(bytes, false)) {
            return imdecode(encoded, IMREAD_COLOR);
        }
    }

    /** Brighter (positive) or darker by stops of linear light. */
    static Mat exposed(Mat picture, double stops) {
        double factor = Math.pow(2, stops / GAMMA);
        return mapped(picture, (x, y, channel, value) -> value * factor);
    }

    static Mat flat(Mat picture, double contrast) {
        return mapped(picture, (x, y, channel, value) -> 128 + (value - 128) * contrast);
    }

    static Mat cast(Mat picture, double blue, double green, double red) {
        double[] factors = {blue, green, red};
        return mapped(picture, (x, y, channel, value) -> value * factors[channel]);
    }

    /** As under a lamp in the evening, with the camera's white balance set for daylight. */
    static Mat warm(Mat picture) {
        return cast(picture, 0.5, 0.8, 1.1);
    }

    /** Rotated about the centre (degrees, positive = anticlockwise), scaled and shifted. */
    static Mat placed(Mat picture, double degrees, double scale, double right, double down) {
        Mat out = new Mat();
        try (Point2f centre = new Point2f(240, 320);
                Mat matrix = getRotationMatrix2D(centre, degrees, scale)) {
            DoubleBuffer numbers = matrix.createBuffer();
            numbers.put(2, numbers.get(2) + right);
            numbers.put(5, numbers.get(5) + down);
            warpAffine(
                    picture,
                    out,
                    matrix,
                    new Size(picture.cols(), picture.rows()),
                    INTER_LINEAR,
                    BORDER_REPLICATE,
                    new Scalar(0, 0, 0, 0));
        }
        return out;
    }

    /** One side darker than the other by that many stops, with a smooth transition across the face. */
    static Mat sideLight(Mat picture, double stops, Random random) {
        int sign = random.nextBoolean() ? 1 : -1;
        return mapped(picture, (x, y, channel, value) -> {
            double across = 1 / (1 + Math.exp(-sign * (x - 240) / 30.0));
            return value * Math.pow(2, -stops * across / GAMMA);
        });
    }

    /** A sharp-edged shadow over one half of the face; the background stays lit. */
    static Mat halfShadow(Mat picture, double light, Random random) {
        double lean = random.nextDouble() * 0.8 - 0.4;
        int sign = random.nextBoolean() ? 1 : -1;
        return mapped(picture, (x, y, channel, value) -> {
            boolean face = Math.hypot((x - 240) / 140.0, (y - 330) / 200.0) < 1;
            boolean dark = sign * (x - 240 + lean * (y - 330)) > 0;
            return face && dark ? value * light : value;
        });
    }

    /** Photographed from a screen: rows and columns of subpixels, and their moiré with the camera's grid. */
    static Mat screen(Mat picture, Random random) {
        double pitch = 2.2 + 0.5 * random.nextDouble();
        double slant = 0.02 + 0.05 * random.nextDouble();
        double[] third = {2 / 3.0, 1 / 3.0, 0};
        Mat lit = mapped(picture, (x, y, channel, value) -> {
            double u = (x + slant * y) / pitch + third[channel];
            double v = (y - slant * x) / pitch;
            double lights = (1 + 0.35 * Math.cos(2 * Math.PI * u)) * (1 + 0.25 * Math.cos(2 * Math.PI * v));
            return 12 + value * 0.9 * lights;
        });
        try (lit) {
            return jpeg(lit, 90);
        }
    }

    /** Skin smoothed while edges stay sharp. */
    static Mat smoothed(Mat picture) {
        Mat out = new Mat();
        try (Mat once = new Mat()) {
            bilateralFilter(picture, once, 11, 45, 9);
            bilateralFilter(once, out, 11, 45, 9);
        }
        return out;
    }
}
