package org.tucai.capturecode.reading;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws QR codes and damages them as uploads are damaged. Each step takes ownership of the picture it is given. */
final class CodeDrawing {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private CodeDrawing() {}

    /** Random text of this length, in the alphabet of capture codes. */
    static String text(long seed, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** Black on white with four modules of quiet zone. */
    static Mat code(String text, int module) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
        int side = (matrix.getWidth() + 8) * module;
        try (Scalar white = new Scalar(255);
                Scalar black = new Scalar(0)) {
            Mat mat = new Mat(side, side, opencv_core.CV_8UC1, white);
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y) == 1) {
                        try (Rect place = new Rect((x + 4) * module, (y + 4) * module, module, module);
                                Mat cell = new Mat(mat, place)) {
                            cell.put(black);
                        }
                    }
                }
            }
            return mat;
        }
    }

    /** Finder patterns with modules of three pixels, side by side all over a picture of this size, as brightness less its mean. */
    static byte[] finders(int width, int height) {
        byte[] picture = new byte[width * height];
        for (int i = 0; i < picture.length; i++) {
            int ring = Math.max(Math.abs(i % width / 3 % 8 - 3), Math.abs(i / width / 3 % 8 - 3));
            picture[i] = (byte) (ring == 2 || ring == 4 ? 105 : -105);
        }
        return picture;
    }

    /** On a white background of the given size, with its top left corner at (x, y). */
    static Mat placed(Mat code, int width, int height, int x, int y) {
        try (code;
                Scalar white = new Scalar(255);
                Rect place = new Rect(x, y, code.cols(), code.rows())) {
            Mat mat = new Mat(height, width, opencv_core.CV_8UC1, white);
            try (Mat part = new Mat(mat, place)) {
                code.copyTo(part);
            }
            return mat;
        }
    }

    /** Seen at an angle: the corners move by these fractions of the side (x and y of top left, top right, bottom right, bottom left). */
    static Mat warped(Mat mat, float... shares) {
        float side = mat.cols();
        float[] from = {0, 0, side, 0, side, side, 0, side};
        float[] to = new float[8];
        for (int i = 0; i < 8; i++) {
            to[i] = from[i] + shares[i] * side + side * 0.5f;
        }
        try (mat;
                FloatPointer source = new FloatPointer(from);
                FloatPointer target = new FloatPointer(to);
                Mat a = new Mat(4, 1, opencv_core.CV_32FC2, source);
                Mat b = new Mat(4, 1, opencv_core.CV_32FC2, target);
                Mat turn = opencv_imgproc.getPerspectiveTransform(a, b);
                Size size = new Size((int) (2 * side), (int) (2 * side));
                Scalar white = new Scalar(255)) {
            Mat result = new Mat();
            opencv_imgproc.warpPerspective(
                    mat, result, turn, size, opencv_imgproc.INTER_AREA, opencv_core.BORDER_CONSTANT, white);
            return result;
        }
    }

    /** Rotated about its centre by an angle in degrees, on a larger white background. */
    static Mat turned(Mat mat, double degrees) {
        double angle = Math.toRadians(degrees);
        float c = (float) Math.cos(angle);
        float s = (float) Math.sin(angle);
        float[] corners = {-0.5f, -0.5f, 0.5f, -0.5f, 0.5f, 0.5f, -0.5f, 0.5f};
        float[] moves = new float[8];
        for (int i = 0; i < 8; i += 2) {
            float x = corners[i];
            float y = corners[i + 1];
            moves[i] = c * x - s * y - x;
            moves[i + 1] = s * x + c * y - y;
        }
        return warped(mat, moves);
    }

    static Mat blurred(Mat mat, double sigma) {
        try (mat;
                Size size = new Size(0, 0)) {
            Mat result = new Mat();
            opencv_imgproc.GaussianBlur(mat, result, size, sigma);
            return result;
        }
    }

    /** Maps black to {@code black} and white to {@code white}, then adds noise of this standard deviation. */
    static Mat levels(Mat mat, double black, double white, double noise) {
        try (mat;
                Mat scaled = new Mat();
                Mat grain = new Mat(mat.rows(), mat.cols(), opencv_core.CV_32FC1);
                Mat mean = new Mat(1, 1, opencv_core.CV_64FC1, new Scalar(0));
                Mat deviation = new Mat(1, 1, opencv_core.CV_64FC1, new Scalar(noise))) {
            mat.convertTo(scaled, opencv_core.CV_32F, (white - black) / 255, black);
            opencv_core.setRNGSeed(7);
            opencv_core.randn(grain, mean, deviation);
            opencv_core.add(scaled, grain, scaled);
            Mat result = new Mat();
            scaled.convertTo(result, opencv_core.CV_8U);
            return result;
        }
    }

    /** Replaces black by a green, and white by a red of the same brightness. */
    static Mat coloured(Mat mat) {
        try (mat) {
            Mat result = new Mat(mat.rows(), mat.cols(), opencv_core.CV_8UC3);
            byte[] from = new byte[mat.cols()];
            byte[] to = new byte[3 * mat.cols()];
            for (int y = 0; y < mat.rows(); y++) {
                mat.ptr(y).get(from, 0, from.length);
                for (int x = 0; x < from.length; x++) {
                    boolean light = (from[x] & 0xFF) > 127;
                    to[3 * x] = 80;
                    to[3 * x + 1] = (byte) (light ? 80 : 131); // 0.587 of 51 is 0.299 of 100
                    to[3 * x + 2] = (byte) (light ? 180 : 80);
                }
                result.ptr(y).put(to, 0, to.length);
            }
            return result;
        }
    }

    /** Bends the rows so that their middle is this many pixels lower than their ends. */
    static Mat curled(Mat mat, int depth) {
        return lowered(mat, depth, x -> Math.sin(Math.PI * x));
    }

    /** Bends the rows into waves this many pixels deep. */
    static Mat rippled(Mat mat, int depth, double waves) {
        return lowered(mat, depth, x -> (1 - Math.cos(2 * Math.PI * waves * x)) / 2);
    }

    private static Mat lowered(Mat mat, int depth, DoubleUnaryOperator share) {
        try (mat) {
            int height = mat.rows() + depth;
            byte[][] rows = new byte[height][mat.cols()];
            byte[] from = new byte[mat.cols()];
            for (byte[] row : rows) {
                Arrays.fill(row, (byte) 255);
            }
            for (int y = 0; y < mat.rows(); y++) {
                mat.ptr(y).get(from, 0, from.length);
                for (int x = 0; x < from.length; x++) {
                    rows[y + (int) (depth * share.applyAsDouble((double) x / from.length))][x] = from[x];
                }
            }
            Mat result = new Mat(height, from.length, opencv_core.CV_8UC1);
            for (int y = 0; y < height; y++) {
                result.ptr(y).put(rows[y], 0, from.length);
            }
            return result;
        }
    }

    static Mat mirrored(Mat mat) {
        try (mat) {
            Mat result = new Mat();
            opencv_core.flip(mat, result, 1);
            return result;
        }
    }

    /** Encodes the picture as a file and closes it. */
    static byte[] file(Mat mat, String extension) {
        try (mat;
                BytePointer out = new BytePointer()) {
            opencv_imgcodecs.imencode(extension, mat, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }
}
