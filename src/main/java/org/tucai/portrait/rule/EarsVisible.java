package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** Both ears are seen, at least in part: skin beside the cheeks. */
final class EarsVisible implements Rule {
    @Override
    public String id() {
        return "ears-visible";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile)
                .at(HeadPlace.EARS)
                .learnedOrMeasured(
                        HairFacts.class, hair -> Math.min(hair.leftEar(), hair.rightEar()), "share of skin", 0.05);
    }
}
