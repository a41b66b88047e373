package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compared with the textbook's transposed convolution, computed pixel by pixel. */
class MaskEndTest {
    private static final float[] FLAT = {1};
    private final Random random = new Random(7);

    @Test
    void oneLayerTurnsEachPointIntoFour() {
        float[] maps = numbers(5 * 5 * 4);
        float[] kernel = numbers(4 * 4);
        float[] bias = numbers(1);
        MaskEnd end = new MaskEnd(TransposedConvolution.of(kernel, bias, FLAT));
        alike(end.of(FloatBuffer.wrap(maps)), transposed(maps, 5, kernel, bias, FLAT));
    }

    @Test
    void negativeValuesAreScaledByTheSlopeOfTheirMap() {
        float[] maps = numbers(9 * 9 * 8);
        float[] kernel = numbers(4 * 8);
        float[] slope = {0.25f};
        MaskEnd end = new MaskEnd(TransposedConvolution.of(kernel, new float[] {-0.5f}, slope));
        alike(end.of(FloatBuffer.wrap(maps)), transposed(maps, 9, kernel, new float[] {-0.5f}, slope));
    }

    @Test
    void layersAreChainedAndTheLastMayGiveTheDifferenceOfTwoMaps() {
        int side = 17; // more rows than are computed together, plus a remainder
        float[] maps = numbers(side * side * 4);
        float[] first = numbers(8 * 4 * 4);
        float[] firstBias = numbers(8);
        float[] slopes = numbers(8);
        float[] second = numbers(2 * 4 * 8);
        float[] secondBias = numbers(2);
        float[] two = transposed(
                transposed(maps, side, first, firstBias, slopes), 2 * side, second, secondBias, new float[] {1, 1});
        float[] difference = new float[two.length / 2];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = two[2 * i + 1] - two[2 * i];
        }
        MaskEnd end = new MaskEnd(
                TransposedConvolution.of(first, firstBias, slopes),
                TransposedConvolution.of(second, secondBias, new float[] {1, 1}).difference());
        alike(end.of(FloatBuffer.wrap(maps)), difference);
    }

    /** Maps: all values of one pixel, then those of the next; kernel: by output map, row, column, input map. */
    private static float[] transposed(float[] maps, int side, float[] kernel, float[] bias, float[] slope) {
        int in = maps.length / (side * side);
        int made = bias.length;
        float[] out = new float[4 * side * side * made];
        for (int y = 0; y < 2 * side; y++) {
            for (int x = 0; x < 2 * side; x++) {
                for (int map = 0; map < made; map++) {
                    double sum = bias[map];
                    for (int i = 0; i < in; i++) {
                        float weight = kernel[((map * 2 + y % 2) * 2 + x % 2) * in + i];
                        sum += weight * maps[(y / 2 * side + x / 2) * in + i];
                    }
                    out[(y * 2 * side + x) * made + map] = (float) (sum < 0 ? sum * slope[map] : sum);
                }
            }
        }
        return out;
    }

    private static void alike(float[] found, float[] wanted) {
        assertThat(found).hasSameSizeAs(wanted).containsExactly(wanted, within(1e-4f));
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() * 2 - 1;
        }
        return numbers;
    }
}
