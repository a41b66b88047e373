package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Small copies of large pictures, by averaging whole blocks: many times faster than averaging uneven ones. */
final class Shrunk {
    private Shrunk() {}

    /** A copy each of whose points is the mean of a square; incomplete squares at the right and lower edge are left out. */
    static Mat by(Mat picture, int factor) {
        if (factor <= 1) {
            return picture;
        }
        int width = Math.max(1, picture.cols() / factor);
        int height = Math.max(1, picture.rows() / factor);
        Mat whole = new Mat(
                picture,
                new Rect(0, 0, Math.min(picture.cols(), width * factor), Math.min(picture.rows(), height * factor)));
        Mat out = new Mat();
        resize(whole, out, new Size(width, height), 0, 0, INTER_AREA);
        return out;
    }

    /** A copy of a given size: averaged to less than twice that size, then interpolated. */
    static Mat to(Mat picture, int width, int height) {
        Mat near = by(picture, Math.min(picture.cols() / width, picture.rows() / height));
        Mat out = new Mat();
        resize(near, out, new Size(width, height), 0, 0, INTER_LINEAR);
        return out;
    }
}
