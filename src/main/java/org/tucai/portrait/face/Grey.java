package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A grey picture as plain numbers 0..255. */
@SuppressWarnings("ArrayRecordComponent")
record Grey(int width, int height, float[] v) {

    static Grey of(Mat bgr) {
        Mat grey = grey(bgr);
        Mat numbers = new Mat();
        grey.convertTo(numbers, CV_32F);
        float[] v = new float[grey.rows() * grey.cols()];
        FloatBuffer buffer = numbers.createBuffer();
        buffer.get(v);
        return new Grey(grey.cols(), grey.rows(), v);
    }

    /** A picture's grey levels, an unsigned byte each, for measures that read every point only once or twice. */
    static byte[] bytes(Mat bgr) {
        Mat grey = grey(bgr);
        byte[] v = new byte[grey.rows() * grey.cols()];
        ByteBuffer buffer = grey.createBuffer();
        buffer.get(v);
        return v;
    }

    private static Mat grey(Mat bgr) {
        if (bgr.channels() == 1) {
            return bgr;
        }
        Mat grey = new Mat();
        cvtColor(bgr, grey, COLOR_BGR2GRAY);
        return grey;
    }

    /** A part of it. */
    Grey part(int x, int y, int w, int h) {
        int left = Math.clamp(x, 0, width - 1);
        int top = Math.clamp(y, 0, height - 1);
        int right = Math.clamp(x + w, left + 1, width);
        int bottom = Math.clamp(y + h, top + 1, height);
        float[] out = new float[(right - left) * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            System.arraycopy(v, row * width + left, out, (row - top) * (right - left), right - left);
        }
        return new Grey(right - left, bottom - top, out);
    }

    /**
     * Box blur: the mean over {@code 2 * radius + 1} points in both directions, fewer at the edges. The sums have another type than the
     * points so that the compiler knows they do not alias and vectorises the loops.
     */
    Grey blurred(int radius) {
        float[] out = new float[v.length];
        double[] sums = new double[width];
        for (int y = 0; y < Math.min(radius, height); y++) {
            add(sums, y, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                add(sums, y + radius, 1);
            }
            if (y > radius) {
                add(sums, y - radius - 1, -1);
            }
            int start = y * width;
            for (int step = -radius; step <= radius; step++) {
                for (int x = Math.max(0, -step); x < Math.min(width, width - step); x++) {
                    out[start + x] += (float) sums[x + step];
                }
            }
            float share = 1f / points(y, radius, height);
            int left = Math.min(radius, width);
            int right = Math.max(left, width - radius);
            multiply(out, start + left, start + right, share / (2 * radius + 1));
            for (int x = 0; x < width; x = x + 1 == left ? right : x + 1) {
                out[start + x] *= share / points(x, radius, width);
            }
        }
        return new Grey(width, height, out);
    }

    private void add(double[] sums, int row, int times) {
        for (int x = 0; x < width; x++) {
            sums[x] += times * v[row * width + x];
        }
    }

    private static void multiply(float[] numbers, int start, int end, float factor) {
        for (int i = start; i < end; i++) {
            numbers[i] *= factor;
        }
    }

    private static float points(int at, int radius, int length) {
        return Math.min(length - 1, at + radius) - Math.max(0, at - radius) + 1;
    }
}
