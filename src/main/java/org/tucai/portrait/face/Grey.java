package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A grey picture as plain numbers 0..255. */
@SuppressWarnings("ArrayRecordComponent")
record Grey(int width, int height, float[] v) {

    static Grey of(Mat bgr) {
        Mat grey = bgr;
        if (bgr.channels() == 3) {
            grey = new Mat();
            cvtColor(bgr, grey, COLOR_BGR2GRAY);
        }
        byte[] bytes = new byte[grey.rows() * grey.cols()];
        ByteBuffer buffer = grey.createBuffer();
        buffer.get(bytes);
        float[] v = new float[bytes.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = bytes[i] & 255;
        }
        return new Grey(grey.cols(), grey.rows(), v);
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

    /** Blurred by the mean over {@code 2 * radius + 1} points in both directions, edges shortened. */
    Grey blurred(int radius) {
        float[] across = new float[v.length];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            for (int k = -radius; k <= radius; k++) {
                add(v, start + Math.max(0, k), across, start + Math.max(0, -k), width - Math.abs(k));
            }
            for (int x = 0; x < width; x++) {
                across[start + x] /= points(x, radius, width);
            }
        }
        float[] down = new float[v.length];
        for (int y = 0; y < height; y++) {
            int from = Math.max(0, y - radius);
            int to = Math.min(height - 1, y + radius);
            for (int row = from; row <= to; row++) {
                add(across, row * width, down, y * width, width);
            }
            float share = to - from + 1;
            for (int i = y * width; i < (y + 1) * width; i++) {
                down[i] /= share;
            }
        }
        return new Grey(width, height, down);
    }

    /** Simple enough for the compiler to add eight numbers at once. */
    private static void add(float[] from, int at, float[] to, int place, int count) {
        for (int i = 0; i < count; i++) {
            to[place + i] += from[at + i];
        }
    }

    private static float points(int x, int radius, int length) {
        return Math.min(length - 1, x + radius) - Math.max(0, x - radius) + 1;
    }
}
