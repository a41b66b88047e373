package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;

/** 468 points of a face by the face mesh network, run twice: the second time on the region that the first one found. */
final class FaceMesh implements AutoCloseable {
    static final int POINTS = 468;

    private static final int[] ALL = IntStream.range(0, POINTS).toArray();
    /** Outer corners of the eyes: the subject's right (image left) and left. */
    private static final int RIGHT_CORNER = 33;

    private static final int LEFT_CORNER = 263;
    private static final int SIDE = 192;
    private static final double MARGIN = 1.5;

    /**
     * How the detector's box lies relative to the face: the first region is this much smaller than the box with its margin, and its centre
     * this much lower, in sides. Medians of the labelled portraits; they halve what the second run has to correct.
     */
    private static final double BOX_SCALE = 0.91;

    private static final double BOX_DOWN = 0.036;
    private static final int MAPS = 128;
    private final Network net;
    private float[] traits = {};

    FaceMesh(String file) {
        net = Network.of(file, SIDE, SIDE, "conv2d_21", "conv2d_31", "add_11", "add_14");
    }

    /** The points as x, y, z triples in pixels of the picture; the last number is the certainty of a face, 0..1. */
    float[] trace(Mat picture, FaceBox box) {
        double side = MARGIN * Math.max(box.width(), box.height());
        Roi boxed = new Roi(box.centreX(), box.centreY(), side, side, box.roll());
        Roi face = new Roi(
                boxed.x(0.5, 0.5 + BOX_DOWN),
                boxed.y(0.5, 0.5 + BOX_DOWN),
                side * BOX_SCALE,
                side * BOX_SCALE,
                box.roll());
        return look(picture, around(look(picture, face)));
    }

    /** Traits of the face that was traced last. */
    float[] traits() {
        return traits;
    }

    private float[] look(Mat picture, Roi roi) {
        float[][] out = net.run(roi.cut(picture, SIDE, SIDE, BORDER_REPLICATE), 1 / 255.0);
        traits = Traits.joined(Traits.pooled(out[2], MAPS, 6), Traits.pooled(out[3], MAPS, 3));
        float[] points = new float[POINTS * 3 + 1];
        double zoom = roi.width() / SIDE;
        for (int i = 0; i < POINTS; i++) {
            double u = out[0][3 * i] / SIDE;
            double v = out[0][3 * i + 1] / SIDE;
            points[3 * i] = (float) roi.x(u, v);
            points[3 * i + 1] = (float) roi.y(u, v);
            points[3 * i + 2] = (float) (out[0][3 * i + 2] * zoom);
        }
        points[POINTS * 3] = (float) (1 / (1 + Math.exp(-out[1][0])));
        return points;
    }

    private static Roi around(float[] p) {
        double angle =
                Math.atan2(p[3 * LEFT_CORNER + 1] - p[3 * RIGHT_CORNER + 1], p[3 * LEFT_CORNER] - p[3 * RIGHT_CORNER]);
        Roi face = Roi.around(p, ALL, angle);
        double side = MARGIN * Math.max(face.width(), face.height());
        return new Roi(face.cx(), face.cy(), side, side, angle);
    }

    @Override
    public void close() {
        net.close();
    }
}
