package org.tucai.portrait.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A network that says for each point of a square copy of a region how surely it belongs to something. */
final class MaskNet implements AutoCloseable {
    private static final int PERSON_SIDE = 256;
    private static final int HAIR_SIDE = 288;
    private final Network net;
    private final MaskEnd end;
    private final int side;
    private final boolean hair;
    private float[] traits = {};

    private MaskNet(Network net, MaskEnd end, int side, boolean hair) {
        this.net = net;
        this.end = end;
        this.side = side;
        this.hair = hair;
    }

    static MaskNet person(String file) {
        Network net = Network.of(
                file,
                PERSON_SIDE,
                PERSON_SIDE,
                "add_13__xeno_compat__1",
                "add_2__xeno_compat__1",
                "add_4__xeno_compat__1");
        TransposedConvolution segment =
                TransposedConvolution.of(net.constant("segment/Kernel"), net.constant("segment/Bias"), new float[] {1});
        return new MaskNet(net, new MaskEnd(segment), PERSON_SIDE, false);
    }

    /**
     * The hair network was made for 512 points a side; with 288 its masks look much the same for a third of the work. With fewer it
     * misses curls and hair under hats.
     */
    static MaskNet hair(String file) {
        Network net = Network.of(file, HAIR_SIDE, HAIR_SIDE, "p_re_lu_98", "add_21");
        TransposedConvolution third = TransposedConvolution.of(
                net.constant("conv2d_transpose_3/Kernel"),
                net.constant("conv2d_transpose_3/Bias"),
                net.constant("p_re_lu_99/Alpha"));
        TransposedConvolution fourth = TransposedConvolution.of(
                net.constant("conv2d_transpose_4/Kernel"), net.constant("conv2d_transpose_4/Bias"), new float[] {1, 1});
        return new MaskNet(net, new MaskEnd(third, fourth.difference()), HAIR_SIDE, true);
    }

    /** The mask over the region. */
    Mask look(Mat picture, Roi roi) {
        Mat square = roi.cut(picture, side, side, BORDER_REPLICATE);
        net.compute(hair ? withEmptyAlpha(square) : square, 1 / 255.0);
        traits = hair
                ? Traits.pooled(net.output(1), 128, 4)
                : Traits.joined(Traits.pooled(net.output(1), 32, 4), Traits.pooled(net.output(2), 32, 4));
        float[] sure = end.of(net.view(0));
        Sigmoid.of(sure);
        return new Mask(roi, side, sure);
    }

    /** Traits of the picture that was looked at last. */
    float[] traits() {
        return traits;
    }

    /** The fourth channel carries the mask of the previous video frame: there is none here. */
    private static Mat withEmptyAlpha(Mat square) {
        Mat four = new Mat();
        cvtColor(square, four, COLOR_BGR2BGRA);
        return subtract(four, new Scalar(0, 0, 0, 255)).asMat();
    }

    @Override
    public void close() {
        net.close();
    }
}
