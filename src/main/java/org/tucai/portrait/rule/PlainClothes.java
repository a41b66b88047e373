package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.Facts;

/** Clothes without complex pattern or stripes: mean step between neighbours, L*a*b*. */
final class PlainClothes extends Rule {
    PlainClothes() {
        super("plain-clothes", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile)
                .at(HeadPlace.CLOTHES)
                .learnedOrMeasured(ClothesFacts.class, ClothesFacts::pattern, "ΔE", 0.5);
    }
}
