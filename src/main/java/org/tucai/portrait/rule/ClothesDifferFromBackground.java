package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.Facts;

/** Clothes and background differ clearly in colour: CIEDE2000 distance. */
final class ClothesDifferFromBackground extends Rule {
    ClothesDifferFromBackground() {
        super("clothes-differ-from-background", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        Answer answer = Answer.of(this, facts, profile).at(HeadPlace.CLOTHES);
        ClothesFacts clothes = facts.find(ClothesFacts.class);
        BackgroundFacts background = facts.find(BackgroundFacts.class);
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
