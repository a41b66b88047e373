package org.tucai.capturecode.reading;

import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Mixes blue, green and red so that neighbouring pixels a few apart differ as much as they can: the main axis of their differences. */
final class ColourContrast {
    /** Pixels between the two that are compared: more than a module's edge, less than a module of the usual size. */
    private static final int APART = 4;

    private ColourContrast() {}

    /** Null when the picture is in effect grey, so that nothing is to be won. */
    static @Nullable Grey of(Mat mat) {
        int width = mat.cols();
        int height = mat.rows();
        byte[] row = new byte[width * 3];
        double[] covariance = new double[9];
        for (int y = 0; y < height; y += 2) {
            mat.ptr(y).get(row, 0, row.length);
            for (int x = APART; x < width; x += 2) {
                double[] d = new double[3];
                for (int c = 0; c < 3; c++) {
                    d[c] = (row[3 * x + c] & 0xFF) - (row[3 * (x - APART) + c] & 0xFF);
                }
                for (int i = 0; i < 9; i++) {
                    covariance[i] += d[i / 3] * d[i % 3];
                }
            }
        }
        double[] axis = mainAxis(covariance);
        double grey = Math.abs(axis[0] + axis[1] + axis[2]) / Math.sqrt(3);
        return grey > 0.97 ? null : mixed(mat, axis);
    }

    /** Power iteration from an uneven start. */
    private static double[] mainAxis(double[] covariance) {
        double[] axis = {0.3, 0.6, 0.9};
        for (int round = 0; round < 50; round++) {
            double[] next = new double[3];
            double length = 1e-9;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    next[i] += covariance[3 * i + j] * axis[j];
                }
                length = Math.hypot(length, next[i]);
            }
            for (int i = 0; i < 3; i++) {
                axis[i] = next[i] / length;
            }
        }
        return axis;
    }

    /** The projection on the axis, stretched so that three standard deviations to each side fill the range. */
    private static Grey mixed(Mat mat, double[] axis) {
        int width = mat.cols();
        int height = mat.rows();
        float[] values = new float[width * height];
        byte[] row = new byte[width * 3];
        double sum = 0;
        double square = 0;
        for (int y = 0; y < height; y++) {
            mat.ptr(y).get(row, 0, row.length);
            for (int x = 0; x < width; x++) {
                double value = 0;
                for (int c = 0; c < 3; c++) {
                    value += axis[c] * (row[3 * x + c] & 0xFF);
                }
                values[y * width + x] = (float) value;
                sum += value;
                square += value * value;
            }
        }
        double mean = sum / values.length;
        double deviation = Math.sqrt(Math.max(square / values.length - mean * mean, 1));
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(128 + (values[i] - mean) * 42 / deviation), 0, 255);
        }
        return new Grey(pixels, width, height);
    }
}
