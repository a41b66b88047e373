package org.tucai.bench;

import java.util.List;
import org.tucai.portrait.classifier.TraitVector.Block;

/**
 * How one rule's classifier is trained: how much each block of the row counts, and how strongly weights are held small.
 * Chosen by the error out of fold.
 */
record HeadPlan(String rule, double face, double person, double hair, double measures, double ridge) {
    static final List<HeadPlan> ALL = List.of(
            new HeadPlan("eyes-open", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("gaze-forward", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("mouth-closed", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("clear-lenses", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("no-lens-glare", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("frame-off-eyes", 1, 0, 0, 0.3, 0.3),
            new HeadPlan("no-headwear", 0, 0.5, 1, 0.3, 0.3),
            new HeadPlan("no-earrings", 1, 1, 1, 0.3, 0.3),
            new HeadPlan("no-necklace", 1, 1, 1, 0.3, 0.3),
            new HeadPlan("brows-visible", 1, 0, 1, 0.3, 0.3),
            new HeadPlan("eyes-unobstructed", 1, 0, 1, 0.3, 0.3),
            new HeadPlan("ears-visible", 0.5, 0.5, 1, 0.3, 0.3),
            new HeadPlan("even-lighting", 1, 0, 0, 0.3, 0.3));

    /** How much a block counts. */
    double weight(Block block) {
        return switch (block) {
            case FACE -> face;
            case PERSON -> person;
            case HAIR -> hair;
            case MEASURES -> measures;
        };
    }
}
