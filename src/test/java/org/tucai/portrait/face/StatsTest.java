package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class StatsTest {
    private final Random random = new Random(3);

    @Test
    void aQuantileIsTheValueAtItsRank() {
        isTheNumberOfItsRank(300, random::nextGaussian);
        isTheNumberOfItsRank(5000, random::nextGaussian);
        isTheNumberOfItsRank(5000, () -> random.nextInt(12)); // many equal values
        isTheNumberOfItsRank(5000, () -> 7);
        isTheNumberOfItsRank(5000, () -> Math.exp(40 * random.nextGaussian())); // nearly all tiny beside the largest
        isTheNumberOfItsRank(5000, () -> random.nextBoolean() ? Float.MAX_VALUE : -Float.MAX_VALUE);
    }

    @Test
    void nanCountsAsLargerThanEveryNumber() {
        isTheNumberOfItsRank(5000, () -> random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian());
    }

    private static void isTheNumberOfItsRank(int count, DoubleSupplier numbers) {
        Stats stats = new Stats();
        float[] sorted = new float[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = (float) numbers.getAsDouble();
            stats.add(sorted[i]);
        }
        Arrays.sort(sorted);
        for (double share : new double[] {0, 0.05, 0.4, 0.5, 0.98, 1}) {
            int rank = (int) Math.min(count - 1, Math.floor(share * count));
            assertThat((float) stats.quantile(share)).isEqualTo((Float) sorted[rank]);
        }
    }
}
