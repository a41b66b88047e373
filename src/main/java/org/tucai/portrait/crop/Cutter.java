package org.tucai.portrait.crop;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.tucai.portrait.PictureShape;
import org.tucai.portrait.face.Roi;

/** Cuts the planned part out of a picture and brings it to size without aliasing. */
public final class Cutter {
    /** Above this many source points per finished point the source is averaged first. */
    private static final double COARSE = 1.3;

    private Cutter() {}

    /** A new matrix; the caller closes it. */
    public static Mat cut(Mat picture, Roi roi, PictureShape shape) {
        double ratio = roi.width() / shape.width();
        if (ratio <= COARSE) {
            return roi.cut(picture, shape.width(), shape.height(), BORDER_REPLICATE);
        }
        int width = (int) Math.round(picture.cols() / ratio);
        int height = (int) Math.round(picture.rows() / ratio);
        double sx = (double) width / picture.cols();
        double sy = (double) height / picture.rows();
        try (Mat small = new Mat();
                Size size = new Size(width, height)) {
            resize(picture, small, size, 0, 0, INTER_AREA);
            Roi moved = new Roi(roi.cx() * sx, roi.cy() * sy, roi.width() * sx, roi.height() * sy, roi.angle());
            return moved.cut(small, shape.width(), shape.height(), BORDER_REPLICATE);
        }
    }
}
