package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.HairFacts;

/**
 * The hair is not dyed an unnatural colour: its chroma, counted double where the hue is neither brown, red nor blond. Too little hair
 * to tell its colour is not assessed.
 */
final class NaturalHairColour extends Rule {
    NaturalHairColour() {
        super("natural-hair-colour", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.HEAD_TOP);
        HairFacts hair = answer.find(HairFacts.class);
        if (hair == null || hair.area() < 0.08) {
            return answer.notAssessed();
        }
        boolean natural = hair.hue() > 15 && hair.hue() < 95;
        return answer.within(natural ? hair.chroma() : 2 * hair.chroma(), "chroma", 3);
    }
}
