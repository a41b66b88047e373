package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.HairFacts;

/** Both ears are seen, at least in part: skin beside the cheeks. */
final class EarsVisible extends Rule {
    EarsVisible() {
        super("ears-visible", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.EARS)
                .learnedOrMeasured(
                        HairFacts.class, hair -> Math.min(hair.leftEar(), hair.rightEar()), "share of skin", 0.05);
    }
}
