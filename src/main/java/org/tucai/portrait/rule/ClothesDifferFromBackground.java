package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.ClothesFacts;

/** Clothes and background differ clearly in colour: CIEDE2000 distance. */
final class ClothesDifferFromBackground extends Rule {
    ClothesDifferFromBackground() {
        super("clothes-differ-from-background", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.CLOTHES);
        ClothesFacts clothes = answer.find(ClothesFacts.class);
        BackgroundFacts background = answer.find(BackgroundFacts.class);
        if (clothes == null || background == null) {
            return answer.notAssessed();
        }
        return answer.within(
                ColourDistance.between(
                        clothes.l(), clothes.a(), clothes.b(), background.l(), background.a(), background.b()),
                "ΔE00",
                1.5);
    }
}
