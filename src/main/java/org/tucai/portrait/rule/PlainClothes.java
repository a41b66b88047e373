package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.ClothesFacts;

/** Clothes without complex pattern or stripes: mean step between neighbours, L*a*b*. */
final class PlainClothes extends Rule {
    PlainClothes() {
        super("plain-clothes", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.CLOTHES).learnedOrMeasured(ClothesFacts.class, ClothesFacts::pattern, "ΔE", 0.5);
    }
}
