package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Both eyes and the bridge of the nose: where a portrait has to be sharp. When the picture has fewer pixels than the standard view they
 * are cut pixel for pixel, because even the sharpest small picture looks blurred once it is enlarged.
 */
final class EyeRegion {
    /** In the standard view, pixels. */
    private static final int LEFT = 110;

    private static final int TOP = 230;
    private static final int WIDTH = 260;
    private static final int HEIGHT = 110;

    /** Least scale, against the standard view: below it too few pixels are left to measure. */
    private static final double SMALLEST = 0.4;

    private EyeRegion() {}

    /**
     * Cuts the region out.
     *
     * @param standardView where the standard view lies in the picture
     * @param view the standard view
     */
    static Grey of(Mat picture, Roi standardView, Grey view) {
        double scale = standardView.width() / FaceView.WIDTH;
        if (scale >= 1) {
            return view.part(LEFT, TOP, WIDTH, HEIGHT);
        }
        double u = (LEFT + WIDTH / 2.0) / FaceView.WIDTH;
        double v = (TOP + HEIGHT / 2.0) / FaceView.HEIGHT;
        Roi eyes = new Roi(
                standardView.x(u, v),
                standardView.y(u, v),
                standardView.width() * WIDTH / FaceView.WIDTH,
                standardView.height() * HEIGHT / FaceView.HEIGHT,
                standardView.angle());
        double points = Math.max(scale, SMALLEST);
        int width = (int) Math.round(WIDTH * points);
        int height = (int) Math.round(HEIGHT * points);
        return Grey.of(eyes.cut(picture, width, height, BORDER_REPLICATE));
    }
}
