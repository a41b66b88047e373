package org.tucai.portrait.face;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture with one traced face, ready to be measured or shown to a classifier. The matrices live as long as the scope
 * that made them.
 *
 * @param picture the judged picture, 8-bit BGR
 * @param view the standard view of the face, 480 x 640 BGR, irises at (180, 288) and (300, 288)
 * @param viewRoi where the standard view lies in the picture (parts may lie outside: the edge is repeated there)
 * @param person mask of everything that belongs to a person
 * @param hair mask of hair over the head region
 */
public record FaceView(Mat picture, Mat view, Roi viewRoi, FaceShape face, Mask person, Mask hair) {
    public static final int WIDTH = 480;
    public static final int HEIGHT = 640;
    /** Eye distance in the standard view, pixels. */
    public static final int EYES = 120;

    /** X in the standard view of a point of the picture. */
    public double viewX(double x, double y) {
        return viewRoi.u(x, y) * WIDTH;
    }

    /** Y in the standard view of a point of the picture. */
    public double viewY(double x, double y) {
        return viewRoi.v(x, y) * HEIGHT;
    }
}
