package org.tucai.bench.training;

import static org.tucai.portrait.classifier.TraitVector.Block.BUST_TRAINED;
import static org.tucai.portrait.classifier.TraitVector.Block.EARS_TRAINED;
import static org.tucai.portrait.classifier.TraitVector.Block.EYES_DEEP;
import static org.tucai.portrait.classifier.TraitVector.Block.EYES_FINE;
import static org.tucai.portrait.classifier.TraitVector.Block.FACE;
import static org.tucai.portrait.classifier.TraitVector.Block.HAIR;
import static org.tucai.portrait.classifier.TraitVector.Block.HEAD_TRAINED;
import static org.tucai.portrait.classifier.TraitVector.Block.IRIS;
import static org.tucai.portrait.classifier.TraitVector.Block.MEASURES;
import static org.tucai.portrait.classifier.TraitVector.Block.MOUTH_TRAINED;
import static org.tucai.portrait.classifier.TraitVector.Block.PERSON;
import static org.tucai.portrait.classifier.TraitVector.Block.TORSO_DEEP;
import static org.tucai.portrait.classifier.TraitVector.Block.TORSO_FINE;
import static org.tucai.portrait.classifier.TraitVector.Block.TORSO_TRAINED;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.classifier.TraitVector.Block;
import org.tucai.portrait.face.Learned;

/**
 * How one rule's classifier is trained: how much each block of the row counts, how strong the ridge penalty is, and how much a
 * changed or drawn picture counts relative to an unchanged one. Chosen by the out-of-fold error.
 *
 * @param beside a second plan for the same rule, trained separately and added: in one plan with thousands of numbers, which fit
 *     their training data almost perfectly, the few outputs of our own networks would carry no weight
 */
record HeadPlan(
        String rule,
        Map<Block, Double> blocks,
        double ridge,
        double made,
        @Nullable HeadPlan beside) {
    /** Rows of changed and drawn pictures count less than the pictures themselves. */
    private static final double MADE = 0.6;

    /** For rules where drawn pictures teach more about the drawing than about the rule. */
    private static final double MADE_HARDLY = 0.1;

    private static final double RIDGE = 0.3;

    /** For few examples with many numbers. */
    private static final double STRONG_RIDGE = 3;

    static final List<HeadPlan> ALL = List.of(
            plan("head-straight", MADE, Map.of(FACE, 0.5, EYES_DEEP, 0.2, EYES_FINE, 0.2, MEASURES, 0.6)),
            plan("eyes-open", MADE, Map.of(IRIS, 1.0, MEASURES, 0.3)),
            plan("gaze-forward", MADE, Map.of(IRIS, 1.0, MEASURES, 0.3)),
            plan("mouth-closed", MADE, Map.of(FACE, 0.3, MEASURES, 0.5)).and(MADE, Map.of(MOUTH_TRAINED, 1.0)),
            plan("no-glasses", MADE, Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, MEASURES, 0.3)),
            plan("clear-lenses", MADE_HARDLY, Map.of(EYES_DEEP, 0.4, EYES_FINE, 0.4, IRIS, 0.4, MEASURES, 0.3)),
            plan("no-lens-glare", MADE, Map.of(EYES_DEEP, 0.3, EYES_FINE, 0.4, IRIS, 0.3, MEASURES, 0.3)),
            plan("frame-off-eyes", MADE, Map.of(EYES_DEEP, 0.3, EYES_FINE, 0.4, IRIS, 0.3, MEASURES, 0.3)),
            plan("no-headwear", MADE, Map.of(HAIR, 0.5, FACE, 0.3, PERSON, 0.2, MEASURES, 0.3))
                    .and(MADE_HARDLY, Map.of(HEAD_TRAINED, 1.0)),
            plan("no-earrings", MADE, Map.of(EARS_TRAINED, 1.0)),
            plan("no-necklace", MADE_HARDLY, Map.of(BUST_TRAINED, 1.0)),
            plan("brows-visible", MADE, Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, HAIR, 0.5, MEASURES, 0.3)),
            plan("eyes-unobstructed", MADE, Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, HAIR, 0.5, MEASURES, 0.3)),
            plan("ears-visible", MADE, Map.of(EARS_TRAINED, 0.5, HEAD_TRAINED, 0.5, MEASURES, 0.1)),
            plan("even-lighting", MADE, Map.of(FACE, 0.4, EYES_DEEP, 0.2, EYES_FINE, 0.2, MEASURES, 0.5))
                    .and(MADE, Map.of(HEAD_TRAINED, 1.0)),
            new HeadPlan(
                    "plain-clothes",
                    Map.of(TORSO_DEEP, 0.5, TORSO_FINE, 0.2),
                    STRONG_RIDGE,
                    MADE,
                    plan("plain-clothes", MADE_HARDLY, Map.of(TORSO_TRAINED, 1.0, BUST_TRAINED, 0.5))));

    /** Whether mouth and eyes are visible at all; uses only the networks that trace them. */
    static final List<HeadPlan> COVER = List.of(
            plan(Learned.MOUTH_SEEN, MADE, Map.of(FACE, 1.0)), plan(Learned.EYES_SEEN, MADE, Map.of(IRIS, 1.0)));

    private static HeadPlan plan(String rule, double made, Map<Block, Double> blocks) {
        return new HeadPlan(rule, blocks, RIDGE, made, null);
    }

    private HeadPlan and(double made, Map<Block, Double> blocks) {
        return new HeadPlan(rule, this.blocks, ridge, this.made, plan(rule, made, blocks));
    }

    /** How much a block counts. */
    double weight(Block block) {
        return blocks.getOrDefault(block, 0.0);
    }

    /** Whether the plan uses a block. */
    boolean uses(Block block) {
        return weight(block) > 0 || (beside != null && beside.uses(block));
    }
}
