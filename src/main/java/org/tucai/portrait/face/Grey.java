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
        return across(radius, 1, width, height, width).across(radius, width, height, width, 1);
    }

    /** Blurred along one direction: {@code length} points that lie {@code step} apart, in {@code lines} lines. */
    private Grey across(int radius, int step, int length, int lines, int lineStep) {
        float[] out = new float[v.length];
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            float sum = 0;
            int n = 0;
            for (int i = -radius; i < length; i++) {
                if (i + radius < length) {
                    sum += v[start + (i + radius) * step];
                    n++;
                }
                if (i - radius - 1 >= 0) {
                    sum -= v[start + (i - radius - 1) * step];
                    n--;
                }
                if (i >= 0) {
                    out[start + i * step] = sum / n;
                }
            }
        }
        return new Grey(width, height, out);
    }
}
