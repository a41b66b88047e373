package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** No colour cast: the skin has the hue (degrees in the a*b* plane) and the chroma of skin. */
final class NaturalColour extends Rule {
    NaturalColour() {
        super("natural-colour", "min", "max", "chroma.min", "chroma.max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        Answer answer = Answer.of(this, facts, profile).at(HeadPlace.FACE);
        LightFacts light = facts.find(LightFacts.class);
        if (light == null) {
            return answer.notAssessed();
        }
        Double leastColour = profile.min(id() + ".chroma");
        if (leastColour != null && light.chroma() < leastColour) {
            return answer.within(leastColour, null, light.chroma(), "chroma, least", 0.5);
        }
        Double mostColour = profile.max(id() + ".chroma");
        if (mostColour != null && light.chroma() > mostColour) {
            return answer.within(null, mostColour, light.chroma(), "chroma, most", 3);
        }
        return answer.within(light.hue(), "°", 4);
    }
}
