package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LightFacts;

/** Both sides of the face are lit alike: the third most unequal of seventeen mirrored pairs of patches, in stops. */
final class EvenLighting extends Rule {
    EvenLighting() {
        super("even-lighting", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.FACE).learnedOrMeasured(LightFacts.class, LightFacts::worstSide, "stops", 0.15);
    }
}
