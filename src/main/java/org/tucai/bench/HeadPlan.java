package org.tucai.bench;

import static org.tucai.portrait.classifier.TraitVector.Block.*;

import java.util.List;
import java.util.Map;
import org.tucai.portrait.classifier.TraitVector.Block;

/**
 * How one rule's classifier is trained: how much each block of the row counts, and how strongly weights are held small.
 * Chosen by the error out of fold.
 */
record HeadPlan(String rule, Map<Block, Double> blocks, double ridge) {
    static final List<HeadPlan> ALL = List.of(
            plan("head-straight", Map.of(FACE, 0.5, HEAD_DEEP, 0.25, HEAD_FINE, 0.25, MEASURES, 0.6)),
            plan("eyes-open", Map.of(IRIS, 1.0, MEASURES, 0.3)),
            plan("gaze-forward", Map.of(IRIS, 1.0, MEASURES, 0.3)),
            plan("mouth-closed", Map.of(MOUTH_DEEP, 0.35, MOUTH_FINE, 0.65, MEASURES, 0.3)),
            plan("no-glasses", Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, MEASURES, 0.3)),
            plan("clear-lenses", Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, MEASURES, 0.3)),
            plan("no-lens-glare", Map.of(EYES_DEEP, 0.3, EYES_FINE, 0.4, IRIS, 0.3, MEASURES, 0.3)),
            plan("frame-off-eyes", Map.of(EYES_DEEP, 0.3, EYES_FINE, 0.4, IRIS, 0.3, MEASURES, 0.3)),
            plan("no-headwear", Map.of(HEAD_DEEP, 1.0, HAIR, 0.5, PERSON, 0.2, MEASURES, 0.3)),
            plan("no-earrings", Map.of(EARS_DEEP, 1.0)),
            plan("no-necklace", Map.of(NECK_DEEP, 0.5, TORSO_DEEP, 0.5)),
            plan("brows-visible", Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, HAIR, 0.5, MEASURES, 0.3)),
            plan("eyes-unobstructed", Map.of(EYES_DEEP, 0.5, EYES_FINE, 0.5, HAIR, 0.5, MEASURES, 0.3)),
            plan("ears-visible", Map.of(EARS_DEEP, 0.5, EARS_FINE, 0.5, HAIR, 0.3, MEASURES, 0.3)),
            plan("even-lighting", Map.of(FACE, 0.4, HEAD_DEEP, 0.3, HEAD_FINE, 0.3, MEASURES, 0.3)),
            plan("plain-clothes", Map.of(TORSO_DEEP, 0.5, NECK_DEEP, 0.5)));

    private static HeadPlan plan(String rule, Map<Block, Double> blocks) {
        return new HeadPlan(rule, blocks, 0.3);
    }

    /** How much a block counts. */
    double weight(Block block) {
        return blocks.getOrDefault(block, 0.0);
    }
}
