package org.tucai.picture;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Blends a picture with transparency onto white. */
final class White {
    private White() {}

    /**
     * A new three-channel, 8-bit picture; the source may also have one or three channels, or 16 bits, and stays open. Works line by
     * line: a whole 8-bit copy beside the two would take half as much memory again.
     */
    static Mat under(Mat mat) {
        int channels = mat.channels();
        byte[] from = new byte[mat.cols() * channels];
        byte[] to = new byte[mat.cols() * 3];
        double scale = mat.depth() == opencv_core.CV_16U ? 1 / 257.0 : 1;
        Mat result = new Mat(mat.rows(), mat.cols(), opencv_core.CV_8UC3);
        try (Mat bytes = new Mat()) {
            for (int y = 0; y < mat.rows(); y++) {
                try (Mat line = mat.row(y)) {
                    line.convertTo(bytes, opencv_core.CV_8U, scale, 0);
                }
                bytes.data().get(from, 0, from.length);
                row(from, to, channels);
                result.ptr(y).put(to, 0, to.length);
            }
        }
        return result;
    }

    private static void row(byte[] source, byte[] target, int channels) {
        for (int i = 0, s = 0; i < target.length; i += 3, s += channels) {
            int alpha = channels == 4 ? source[s + 3] & 0xFF : 255;
            for (int c = 0; c < 3; c++) {
                int value = source[channels == 1 ? s : s + c] & 0xFF;
                target[i + c] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
            }
        }
    }
}
