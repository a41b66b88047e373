package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.Facts;

/** Clothes without complex pattern or stripes: mean step between neighbours, L*a*b*. */
final class PlainClothes implements Rule {
    @Override
    public String id() {
        return "plain-clothes";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile)
                .at(HeadPlace.CLOTHES)
                .learnedOrMeasured(ClothesFacts.class, ClothesFacts::pattern, "ΔE", 0.5);
    }
}
