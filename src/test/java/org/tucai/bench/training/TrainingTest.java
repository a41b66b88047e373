package org.tucai.bench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tucai.bench.labelled.Folds;
import org.tucai.portrait.classifier.LinearHeads;
import org.tucai.portrait.classifier.TraitVector;
import org.tucai.portrait.classifier.TraitVector.Block;

/** Which pictures a classifier learns from. */
class TrainingTest {
    private static final String RULE = "eyes-open";
    private static final List<HeadPlan> PLANS = List.of(new HeadPlan(RULE, Map.of(Block.IRIS, 1.0), 1, 1, null));

    private final List<String> files = List.of("s/0.jpg", "s/1.jpg", "s/2.jpg", "s/3.jpg", "s/4.jpg", "s/5.jpg");
    private final Map<String, Integer> folds = Folds.assign(files);

    /** Its fold is decided over all pictures by which the networks of the fold were trained and by which it is measured. */
    @Test
    void hasNotSeenThePicturesOfItsFoldEvenIfInAnotherPictureNoFaceIsFound() {
        List<Example> examples = rows(files.subList(1, files.size()), true);
        List<Example> otherwise = rows(files.subList(1, files.size()), false);
        int fold = folds.getOrDefault("s/1.jpg", -1);

        assertThat(weights(examples, fold)).isEqualTo(weights(otherwise, fold));
        assertThat(weights(examples, fold + 1)).isNotEqualTo(weights(otherwise, fold + 1));
    }

    /** One row of each picture; the first meets the rule or not, the others by turns. */
    private static List<Example> rows(List<String> of, boolean first) {
        Random random = new Random(1);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            float[] row = new float[TraitVector.LENGTH];
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextFloat();
            }
            boolean meets = i == 0 ? first : i % 2 == 0;
            examples.add(new Example(of.get(i), Example.ORIGINAL, row, Map.of(RULE, meets)));
        }
        return examples;
    }

    /** What the classifier of a fold makes of each number, in tenths of thousandths; its bias holds the limit that all folds share. */
    private List<Long> weights(List<Example> examples, int fold) {
        LinearHeads heads = Training.on(examples, PLANS, folds).without(fold);
        double bias = heads.sum(RULE, new float[TraitVector.LENGTH]);
        List<Long> weights = new ArrayList<>();
        for (int i = Block.IRIS.start(); i < Block.IRIS.end(); i++) {
            float[] one = new float[TraitVector.LENGTH];
            one[i] = 1;
            weights.add(Math.round(10_000 * (heads.sum(RULE, one) - bias)));
        }
        return weights;
    }
}
