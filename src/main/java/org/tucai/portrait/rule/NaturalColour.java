package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LightFacts;

/** No colour cast: the skin has the hue (degrees in the a*b* plane) and the chroma of skin. */
final class NaturalColour extends Rule {
    NaturalColour() {
        super("natural-colour", "min", "max", "chroma.min", "chroma.max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.FACE);
        LightFacts light = answer.find(LightFacts.class);
        if (light == null) {
            return answer.notAssessed();
        }
        Double leastColour = answer.min("chroma");
        if (leastColour != null && light.chroma() < leastColour) {
            return answer.within(leastColour, null, light.chroma(), "chroma, least", 0.5);
        }
        Double mostColour = answer.max("chroma");
        if (mostColour != null && light.chroma() > mostColour) {
            return answer.within(null, mostColour, light.chroma(), "chroma, most", 3);
        }
        return answer.within(light.hue(), "°", 4);
    }
}
