package org.tucai.portrait.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraitsTest {
    @Test
    void averagesEachMapOverItsCells() {
        float[] first = {1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 8};
        float[] maps = new float[32];
        for (int point = 0; point < 16; point++) {
            maps[2 * point] = first[point];
        }
        maps[31] = 16;

        float[] pooled = Traits.pooled(maps, 2, 2);

        assertThat(pooled).containsExactly(1, 2, 3, 5, 0, 0, 0, 4);
    }

    @Test
    void keepsTheMaximumOfCellsThatAreNotSquare() {
        float[] map = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 1, 1};

        float[] pooled = Traits.pooled(map, 3, 4, 1, 2, true);

        assertThat(pooled).containsExactly(9, 8);
    }

    @Test
    void everyCloseupHasTheAnnouncedNumberOfTraits() {
        for (Closeup closeup : Closeup.values()) {
            int cells = closeup.height() / 32 * (closeup.width() / 32);

            float[] deep = closeup.deep(new float[Closeup.DEEP_MAPS * cells]);
            float[] fine =
                    closeup.fine(new float[Closeup.MIDDLE_MAPS * cells], new float[Closeup.FINE_MAPS * cells * 4]);

            assertThat(deep.length).as(closeup.name()).isEqualTo(closeup.deep());
            assertThat(fine.length).as(closeup.name()).isEqualTo(closeup.fine());
        }
    }
}
