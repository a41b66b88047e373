package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

/** Uses the ear network, which comes with the program, to test networks in general on single-coloured pictures. */
class NetworkTest {
    private static final int SIDE = 160;
    private final byte[] file = shipped();

    @Test
    void theSamePictureGetsTheSameAnswerFromEveryLoadedCopy() {
        try (Network one = Network.of(file, SIDE, SIDE, "answers");
                Network two = Network.of(file, SIDE, SIDE, "answers");
                Mat grey = flat(128, 128, 128);
                Mat white = flat(255, 255, 255)) {
            float[] first = one.run(grey, 1)[0];
            assertThat(first).hasSize(TrainedCloseup.EARS.rules());
            assertThat(two.run(grey, 1)[0]).isEqualTo(first);
            assertThat(one.run(white, 1)[0]).isNotEqualTo(first);
            assertThat(one.run(grey, 1)[0]).as("whatever was asked before").isEqualTo(first);
        }
    }

    @Test
    void theColourChannelsAreNotConfused() {
        try (Network network = Network.of(file, SIDE, SIDE, "answers");
                Mat red = flat(0, 0, 200);
                Mat blue = flat(200, 0, 0)) {
            assertThat(network.run(red, 1)[0]).isNotEqualTo(network.run(blue, 1)[0]);
        }
    }

    @Test
    void anInnerMapIsReturnedBesideTheLastOne() {
        try (Network network = Network.of(file, SIDE, SIDE, "answers", "pooled")) {
            float[][] found = network.run(flat(10, 20, 30), 1);
            assertThat(found[0]).hasSize(TrainedCloseup.EARS.rules());
            assertThat(found[1]).hasSizeGreaterThan(500);
        }
    }

    @Test
    void anInnerMapIsTheSameWhenTheLayersBehindItAreNotRun() {
        try (Network whole = Network.of(file, SIDE, SIDE, "answers", "pooled");
                Network cut = Network.of(file, SIDE, SIDE, "pooled")) {
            assertThat(cut.run(flat(10, 20, 30), 1)[0]).isEqualTo(whole.run(flat(10, 20, 30), 1)[1]);
        }
    }

    @Test
    void aBrokenNetworkFileIsRefusedWithoutCrashingTheProcess() {
        byte[] noise = new byte[5000];
        Arrays.fill(noise, (byte) 7);
        byte[] half = Arrays.copyOf(file, file.length / 2);
        refused(() -> Network.of(noise, SIDE, SIDE, "answers"));
        refused(() -> Network.of(half, SIDE, SIDE, "answers"));
        refused(() -> Network.of(new byte[0], SIDE, SIDE, "answers"));
        refused(() -> Network.of("/nowhere.tflite", SIDE, SIDE, "answers"));
    }

    @Test
    void aMissingTensorIsNamed() {
        refused(() -> Network.of(file, SIDE, SIDE, "no such")).withMessage("no tensor no such");
    }

    private static ThrowableAssertAlternative<IllegalArgumentException> refused(ThrowingCallable load) {
        return assertThatIllegalArgumentException().isThrownBy(load);
    }

    private static Mat flat(int blue, int green, int red) {
        return new Mat(SIDE, SIDE, CV_8UC3, new Scalar(blue, green, red, 0));
    }

    private static byte[] shipped() {
        byte[] file = CloseupNetworks.shipped().of(TrainedCloseup.EARS);
        if (file == null) {
            throw new AssertionError("no network of ears");
        }
        return file;
    }
}
