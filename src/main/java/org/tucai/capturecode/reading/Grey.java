package org.tucai.capturecode.reading;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A grey picture in the Java heap: one byte per pixel, row after row. Pixel (x, y) covers [x, x + 1) × [y, y + 1). */
final class Grey {
    final byte[] pixels;
    final int width;
    final int height;

    Grey(byte[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Copies a one-channel 8-bit picture that is no part of another. */
    static Grey of(Mat mat) {
        Grey grey = new Grey(new byte[mat.cols() * mat.rows()], mat.cols(), mat.rows());
        ByteBuffer all = mat.createBuffer();
        all.get(grey.pixels);
        return grey;
    }

    /** Brightness 0 to 255 at a point, bilinear between pixel centres, the border repeated outwards; of a picture with two pixels each way or more. */
    float at(double px, double py) {
        double x = Math.clamp(px - 0.5, 0, width - 1.001);
        double y = Math.clamp(py - 0.5, 0, height - 1.001);
        int left = (int) x;
        int top = (int) y;
        float fx = (float) (x - left);
        float fy = (float) (y - top);
        int i = top * width + left;
        float a = pixels[i] & 0xFF;
        float b = pixels[i + 1] & 0xFF;
        float c = pixels[i + width] & 0xFF;
        float d = pixels[i + width + 1] & 0xFF;
        float upper = a + (b - a) * fx;
        float lower = c + (d - c) * fx;
        return upper + (lower - upper) * fy;
    }

    /** Half as wide and high, each pixel the mean of four. */
    Grey half() {
        int w = Math.max(width / 2, 1);
        int h = Math.max(height / 2, 1);
        byte[] out = new byte[w * h];
        int right = width > 1 ? 1 : 0;
        int below = height > 1 ? width : 0;
        for (int y = 0; y < h; y++) {
            int in = 2 * y * width;
            for (int x = 0; x < w; x++, in += 2) {
                int sum = (pixels[in] & 0xFF)
                        + (pixels[in + right] & 0xFF)
                        + (pixels[in + below] & 0xFF)
                        + (pixels[in + below + right] & 0xFF);
                out[y * w + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return new Grey(out, w, h);
    }
}
