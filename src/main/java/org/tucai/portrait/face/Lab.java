package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** A small picture in CIE L*a*b* (D65) as plain numbers: L 0..100, a and b about -100..100. */
@SuppressWarnings("ArrayRecordComponent")
record Lab(int width, int height, float[] l, float[] a, float[] b) {

    static Lab of(Mat bgr) {
        Mat lab = new Mat();
        cvtColor(bgr, lab, COLOR_BGR2Lab);
        int n = lab.rows() * lab.cols();
        byte[] bytes = new byte[n * 3];
        ByteBuffer buffer = lab.createBuffer();
        buffer.get(bytes);
        float[] l = new float[n];
        float[] a = new float[n];
        float[] b = new float[n];
        for (int i = 0; i < n; i++) {
            l[i] = (bytes[3 * i] & 255) * (100f / 255);
            a[i] = (bytes[3 * i + 1] & 255) - 128f;
            b[i] = (bytes[3 * i + 2] & 255) - 128f;
        }
        return new Lab(lab.cols(), lab.rows(), l, a, b);
    }

    /** How far the colours of two points lie apart (CIE 1976). */
    double distance(int i, int j) {
        return length(l[i] - l[j], a[i] - a[j], b[i] - b[j]);
    }

    /** How far the colour of a point lies from L*, a*, b* (CIE 1976). */
    double distance(int i, double[] colour) {
        return length(l[i] - colour[0], a[i] - colour[1], b[i] - colour[2]);
    }

    private static double length(double dl, double da, double db) {
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    /** Linear luminance 0..1 of a lightness 0..100. */
    static double luminance(double lightness) {
        double t = (lightness + 16) / 116;
        return t > 6.0 / 29 ? t * t * t : (t - 4.0 / 29) * 3 * 36 / 841;
    }
}
