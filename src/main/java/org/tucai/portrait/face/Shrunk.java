package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Small copies of large pictures by averaging whole blocks, which is many times faster than uneven ones. */
final class Shrunk {
    private Shrunk() {}

    /** A copy of which every point is the mean of a square of points; what does not fill a square on the right and below is left out. */
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

    /** A copy of a given size: averaged to less than twice that, then read between the points. */
    static Mat to(Mat picture, int width, int height) {
        Mat near = by(picture, Math.min(picture.cols() / width, picture.rows() / height));
        Mat out = new Mat();
        resize(near, out, new Size(width, height), 0, 0, INTER_LINEAR);
        return out;
    }
}
