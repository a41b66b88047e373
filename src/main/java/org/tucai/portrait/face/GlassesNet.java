package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;

import org.bytedeco.opencv.opencv_core.Mat;

/** Whether glasses are worn, on a strip from the brows to the tip of the nose. */
final class GlassesNet implements AutoCloseable {
    /** Mesh points of both brows and of the tip of the nose: what the strip spans. */
    private static final int[] SPAN = {
        70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 300, 293, 334, 296, 336, 276, 283, 282, 295, 285, 98, 97, 2, 326, 327
    };

    private static final int WIDTH = 128;
    private static final int HEIGHT = 64;
    private final Network net;

    GlassesNet(String file) {
        net = Network.of(file, WIDTH, HEIGHT, "Identity");
    }

    /** The network's answer with its sign turned round: above 0 it sees glasses. */
    double look(Mat picture, float[] points, double roll) {
        Roi span = Roi.around(points, SPAN, roll);
        Roi strip = new Roi(span.cx(), span.cy(), span.width() * 5 / 3, span.height(), roll);
        return -net.run(strip.cut(picture, WIDTH, HEIGHT, BORDER_REPLICATE), 1)[0][0];
    }

    @Override
    public void close() {
        net.close();
    }
}
