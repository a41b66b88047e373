package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.nio.FloatBuffer;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class MaskCutTest {
    private static final int CASES = 300;
    private static final int WIDTH = 60;
    private static final int HEIGHT = 80;
    private final Random random = new Random(5);

    /** Regions partly outside the mask, rotated, up to a few times larger or smaller; masks down to a single cell. */
    @Test
    void equalsTheCropOfAnImageOfTheSameNumbers() {
        for (int i = 0; i < CASES; i++) {
            int columns = 1 + random.nextInt(i % 3 == 0 ? 3 : 100);
            int rows = 1 + random.nextInt(i % 5 == 0 ? 3 : 100);
            float[] numbers = new float[columns * rows];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = random.nextFloat();
            }
            Roi roi = new Roi(
                    random.nextDouble(-0.1, 1.1) * columns,
                    random.nextDouble() * rows,
                    columns * random.nextDouble(0.1, 2),
                    rows * random.nextDouble(0.1, 2),
                    random.nextGaussian());
            float[] cut = MaskCut.of(numbers, columns, roi.place(WIDTH, HEIGHT), WIDTH, HEIGHT);
            float[] expected = cut(numbers, columns, roi);
            for (int k = 0; k < cut.length; k++) {
                assertThat(cut[k]).isCloseTo(expected[k], within(1e-6f));
            }
        }
    }

    private static float[] cut(float[] numbers, int columns, Roi roi) {
        return NativeScope.run(() -> {
            Mat picture = new Mat(numbers.length / columns, columns, CV_32FC1);
            FloatBuffer into = picture.createBuffer();
            into.put(numbers);
            FloatBuffer from = roi.cut(picture, WIDTH, HEIGHT, BORDER_CONSTANT).createBuffer();
            float[] cut = new float[WIDTH * HEIGHT];
            from.get(cut);
            return cut;
        });
    }
}
