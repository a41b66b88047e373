package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraitsTest {
    @Test
    void averagesEachMapOverItsCells() {
        float[] maps = {
            1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 8, /* second map */ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 16
        };

        float[] pooled = Traits.pooled(maps, 2, 2);

        assertThat(pooled).containsExactly(1, 2, 3, 5, 0, 0, 0, 4);
    }
}
