package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** Both sides of the face are lit alike: the third most unequal of seventeen mirrored pairs of patches, in stops. */
final class EvenLighting implements Rule {
    @Override
    public String id() {
        return "even-lighting";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile)
                .at(HeadPlace.FACE)
                .learnedOrMeasured(LightFacts.class, LightFacts::worstSide, "stops", 0.15);
    }
}
