package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;

/** The background has one of the allowed colours: CIEDE2000 distance to the nearest of them. */
final class BackgroundColour extends Rule {
    BackgroundColour() {
        super("background-colour", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        BackgroundFacts background = answer.find(BackgroundFacts.class);
        if (background == null) {
            return answer.notAssessed();
        }
        double nearest = Double.MAX_VALUE;
        for (int[] rgb : answer.profile().backgrounds()) {
            nearest = Math.min(nearest, ColourDistance.toRgb(background.l(), background.a(), background.b(), rgb));
        }
        return answer.within(nearest, "ΔE00", 2);
    }
}
