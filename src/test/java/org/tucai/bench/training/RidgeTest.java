package org.tucai.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RidgeTest {
    @Test
    void multipliesEveryRowWithEveryRow() {
        float[] gram = Ridge.gram(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

        assertThat(gram).containsExactly(14, 32, 32, 77);
    }

    @Test
    void solvesTheDampedSystem() {
        // (2 1; 1 2) + ridge 1 / weight 1 = (3 1; 1 3); times (0.5, -0.5) = (1, -1)
        double[] solution = Ridge.solve(new double[] {2, 1, 1, 2}, new double[] {1, -1}, new double[] {1, 1}, 1);

        assertThat(solution[0]).isCloseTo(0.5, within(1e-12));
        assertThat(solution[1]).isCloseTo(-0.5, within(1e-12));
    }
}
