package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.function.IntBinaryOperator;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @Test
    void squaresOfEightPixelsAreMeasuredByTheStepBetweenThem() {
        assertThat(blocks(64, 48, (x, y) -> 100 + 4 * ((x / 8 + y / 8) % 2))).isEqualTo(4);
    }

    @Test
    void stepsThroughTheMiddleOfTheSquaresCountAgainstThem() {
        assertThat(blocks(64, 48, (x, y) -> 100 + 4 * (((x + 4) / 8 + (y + 4) / 8) % 2)))
                .isEqualTo(-4);
    }

    @Test
    void stepsInOneDirectionAloneAreAveragedWithTheOtherByTheirNumber() {
        // 32 rows of 6 columns each show the step, 48 columns of 4 rows each do not
        assertThat(blocks(64, 48, (x, y) -> 100 + 4 * (x / 8 % 2))).isEqualTo(4.0 * 32 * 6 / (32 * 6 + 48 * 4));
    }

    @Test
    void anEdgeCountsNoMoreThanAStepOfTwelve() {
        assertThat(blocks(64, 48, (x, y) -> 100 + 90 * ((x / 8 + y / 8) % 2))).isEqualTo(12);
    }

    @Test
    void aSlopeIsNoStep() {
        assertThat(blocks(64, 48, (x, y) -> x + 2 * y)).isZero();
    }

    @Test
    void aPictureSmallerThanTwoSquaresHasNone() {
        assertThat(blocks(16, 16, (x, y) -> 100 + 4 * ((x / 8 + y / 8) % 2))).isZero();
        assertThat(blocks(1, 1, (x, y) -> 0)).isZero();
    }

    /** @param grey by column and row, 0..255 */
    private static double blocks(int width, int height, IntBinaryOperator grey) {
        return NativeScope.run(() -> {
            byte[] bgr = new byte[width * height * 3];
            for (int i = 0; i < bgr.length; i++) {
                bgr[i] = (byte) grey.applyAsInt(i / 3 % width, i / 3 / width);
            }
            Mat picture = new Mat(height, width, CV_8UC3);
            picture.data().put(bgr);
            return Blocks.of(picture);
        });
    }
}
