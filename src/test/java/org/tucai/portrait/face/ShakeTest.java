package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShakeTest {
    private static final int WIDTH = 260;
    private static final int HEIGHT = 110;

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "1, 1", "-1, 1"})
    void motionInAnyDirectionLowersTheSharpness(int across, int down) {
        Grey sharp = hatched();

        assertThat(Shake.of(moved(sharp, across, down, 5))).isLessThan(Shake.of(sharp) - 1);
    }

    /** A picture's brightness and contrast say nothing about its sharpness. */
    @Test
    void brightnessAndContrastDoNotChangeTheSharpness() {
        Grey sharp = hatched();
        float[] dim = sharp.v().clone();
        for (int i = 0; i < dim.length; i++) {
            dim[i] = 20 + dim[i] / 4;
        }

        assertThat(Shake.of(new Grey(WIDTH, HEIGHT, dim))).isCloseTo(Shake.of(sharp), within(0.01));
    }

    @Test
    void aFlatPictureIsNotSharp() {
        assertThat(Shake.of(new Grey(WIDTH, HEIGHT, new float[WIDTH * HEIGHT]))).isFinite();
    }

    /** At half the size of the standard view each pixel is used once, and none is interpolated. */
    @Test
    void theEyesOfASmallPictureAreTakenAtItsOwnResolution() {
        NativeScope.run(() -> {
            Mat small = noise(FaceView.WIDTH / 2, FaceView.HEIGHT / 2);
            Grey view = new Grey(FaceView.WIDTH, FaceView.HEIGHT, new float[FaceView.WIDTH * FaceView.HEIGHT]);

            Grey eyes = EyeRegion.of(small, Roi.whole(small.cols(), small.rows()), view);

            assertThat(eyes.v()).isEqualTo(Grey.of(small).part(55, 115, 130, 55).v());
            return eyes;
        });
    }

    @Test
    void theEyesOfALargePictureAreTakenFromTheStandardView() {
        NativeScope.run(() -> {
            Mat large = noise(FaceView.WIDTH * 2, FaceView.HEIGHT * 2);
            Grey view = Grey.of(noise(FaceView.WIDTH, FaceView.HEIGHT));

            Grey eyes = EyeRegion.of(large, Roi.whole(large.cols(), large.rows()), view);

            assertThat(eyes.v()).isEqualTo(view.part(110, 230, 260, 110).v());
            return eyes;
        });
    }

    /** Bright and dark blots of a few pixels, like lashes and brows. */
    private static Grey hatched() {
        Random random = new Random(5);
        float[] blots = new float[WIDTH * HEIGHT];
        for (int i = 0; i < blots.length; i++) {
            blots[i] = 255 * random.nextFloat();
        }
        return new Grey(WIDTH, HEIGHT, blots).blurred(1);
    }

    private static Grey moved(Grey picture, int across, int down, int length) {
        float[] out = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int i = 0; i < length; i++) {
                    int column = Math.clamp(x + (long) across * i, 0, WIDTH - 1);
                    int row = Math.clamp(y + (long) down * i, 0, HEIGHT - 1);
                    out[y * WIDTH + x] += picture.v()[row * WIDTH + column] / length;
                }
            }
        }
        return new Grey(WIDTH, HEIGHT, out);
    }

    private static Mat noise(int width, int height) {
        Random random = new Random(7);
        Mat picture = new Mat(height, width, CV_8UC3);
        ByteBuffer bytes = picture.createBuffer();
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) random.nextInt(256));
        }
        return picture;
    }
}
