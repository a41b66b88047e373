package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.flip;

import org.bytedeco.opencv.opencv_core.Mat;

/** Iris and lids of one eye; the network knows the image-left eye, the other one is shown to it mirrored. */
final class IrisNet implements AutoCloseable {
    private static final int SIDE = 64;
    private static final double MARGIN = 2.3;
    private static final int MAPS = 128;
    private final Network net;
    private float[] left = {};
    private float[] right = {};

    IrisNet(String file) {
        net = Network.of(
                file,
                SIDE,
                SIDE,
                "output_eyes_contours_and_brows",
                "output_iris",
                "add_13__xeno_compat__1",
                "add_21__xeno_compat__1");
    }

    /** @param points the face mesh */
    EyeShape trace(Mat picture, float[] points, boolean imageLeft) {
        int a = imageLeft ? 33 : 362;
        int b = imageLeft ? 133 : 263;
        double ax = points[3 * a];
        double ay = points[3 * a + 1];
        double bx = points[3 * b];
        double by = points[3 * b + 1];
        double side = MARGIN * Math.hypot(bx - ax, by - ay);
        double roll = Math.atan2(points[3 * 263 + 1] - points[3 * 33 + 1], (double) points[3 * 263] - points[3 * 33]);
        Roi roi = new Roi((ax + bx) / 2, (ay + by) / 2, side, side, roll);
        Mat eye = roi.cut(picture, SIDE, SIDE, BORDER_REPLICATE);
        if (!imageLeft) {
            flip(eye, eye, 1);
        }
        float[][] out = net.run(eye, 1 / 255.0);
        float[] maps = Traits.joined(Traits.pooled(out[2], MAPS, 4), Traits.pooled(out[3], MAPS, 4));
        if (imageLeft) {
            left = maps;
        } else {
            right = maps;
        }
        return new EyeShape(toPicture(out[0], roi, imageLeft), toPicture(out[1], roi, imageLeft));
    }

    /** Traits of the two eyes that were traced last: their mean and the lower of the two. */
    float[] traits() {
        float[] both = new float[2 * left.length];
        for (int i = 0; i < left.length; i++) {
            both[i] = (left[i] + right[i]) / 2;
            both[left.length + i] = Math.min(left[i], right[i]);
        }
        return both;
    }

    private static float[] toPicture(float[] triples, Roi roi, boolean imageLeft) {
        float[] pairs = new float[triples.length / 3 * 2];
        for (int i = 0; i < triples.length / 3; i++) {
            double u = triples[3 * i] / SIDE;
            double v = triples[3 * i + 1] / SIDE;
            u = imageLeft ? u : 1 - u;
            pairs[2 * i] = (float) roi.x(u, v);
            pairs[2 * i + 1] = (float) roi.y(u, v);
        }
        return pairs;
    }

    @Override
    public void close() {
        net.close();
    }
}
