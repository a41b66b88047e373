package org.tucai.portrait.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Learned;

class LinearHeadsTest {
    private static final int FIRST_MEASURE = TraitVector.Block.MEASURES.start();

    @Test
    void answersOneHalfOnTheLimit() {
        LinearHeads heads = headOn(0, 2, -6);

        assertThat(heads.judge(row(0, 3))).containsEntry("no-headwear", 0.5);
    }

    @Test
    void judgesTheSameAfterBeingWrittenAndReadBack() {
        LinearHeads heads = headOn(5, 1.5f, 0.25f);

        LinearHeads read = LinearHeads.read(heads.write());

        assertThat(read.judge(row(5, 1))).isEqualTo(heads.judge(row(5, 1)));
    }

    @Test
    void replacesAMissingMeasureByItsMean() {
        LinearHeads heads = headOn(FIRST_MEASURE + 1, 1, 0);

        double sum = heads.sum("no-headwear", row(FIRST_MEASURE + 1, Float.NaN));

        assertThat(sum).isEqualTo(7);
    }

    @Test
    void scalesTheSumAfterShiftingTheLimit() {
        LinearHeads heads = headOn(0, 1, 0);

        LinearHeads scaled = heads.scaled(4, Map.of("no-headwear", 0.5));

        assertThat(scaled.sum("no-headwear", row(0, 2))).isCloseTo(6, within(1e-6));
    }

    @Test
    void refusesAFileOfAnotherVersion() {
        byte[] file = headOn(0, 1, 0).write();
        file[7]++;

        assertThatThrownBy(() -> LinearHeads.read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void judgesNothingWithoutTraits() {
        assertThat(TraitVector.of(Facts.of())).isNull();
    }

    @Test
    void alwaysSaysWhetherMouthAndEyesAreVisible() {
        float[] row = row(0, 3);

        assertThat(headOn(0, 1, 0).withCover().judge(row))
                .containsOnlyKeys("no-headwear", Learned.MOUTH_SEEN, Learned.EYES_SEEN);
        assertThat(LinearHeads.shipped().judge(row)).containsKeys("no-headwear", Learned.MOUTH_SEEN, Learned.EYES_SEEN);
    }

    private static LinearHeads headOn(int place, float weight, float bias) {
        float[] weights = new float[TraitVector.LENGTH];
        weights[place] = weight;
        float[] means = new float[TraitVector.LENGTH - FIRST_MEASURE];
        means[1] = 7;
        return new LinearHeads(means, List.of(new LinearHeads.Head("no-headwear", bias, weights)));
    }

    private static float[] row(int place, float value) {
        float[] row = new float[TraitVector.LENGTH];
        row[place] = value;
        return row;
    }

    @Test
    void writesOnlyTheBlocksThatAHeadUses() {
        byte[] file = headOn(0, 1, 0).write();

        assertThat(file.length)
                .isLessThan(4 * TraitVector.Block.FACE.length() + 4 * TraitVector.Block.MEASURES.length() + 200);
    }
}
