package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.Facts;

/** Clothes are clearly different from the background, CIEDE2000. */
final class ClothesDifferFromBackground implements Rule {
    @Override
    public String id() {
        return "clothes-differ-from-background";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.CLOTHES.point(Answer.of(this, profile), facts);
        ClothesFacts clothes = facts.find(ClothesFacts.class);
        if (clothes == null) {
            return answer.notAssessed();
        }
        BackgroundFacts background = facts.find(BackgroundFacts.class);
        if (background == null) {
            return answer.notAssessed();
        }
        return answer.within(
                ColourDistance.between(
                        clothes.l(), clothes.a(), clothes.b(), background.l(), background.a(), background.b()),
                "ΔE00",
                1.5);
    }
}
