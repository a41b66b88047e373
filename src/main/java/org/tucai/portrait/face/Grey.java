package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.boxFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

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
        Mat in = new Mat(height, width, CV_32FC1);
        FloatBuffer into = in.createBuffer();
        into.put(v);
        Mat sums = new Mat();
        int side = 2 * radius + 1;
        boxFilter(in, sums, -1, new Size(side, side), new Point(-1, -1), false, BORDER_CONSTANT);
        float[] out = new float[v.length];
        FloatBuffer from = sums.createBuffer();
        from.get(out);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            float share = 1f / points(y, radius, height);
            float inner = share / side;
            int left = Math.min(radius, width);
            int right = Math.max(left, width - radius);
            for (int x = 0; x < left; x++) {
                out[row + x] *= share / points(x, radius, width);
            }
            for (int i = row + left; i < row + right; i++) {
                out[i] *= inner;
            }
            for (int x = right; x < width; x++) {
                out[row + x] *= share / points(x, radius, width);
            }
        }
        return new Grey(width, height, out);
    }

    private static float points(int at, int radius, int length) {
        return Math.min(length - 1, at + radius) - Math.max(0, at - radius) + 1;
    }
}
