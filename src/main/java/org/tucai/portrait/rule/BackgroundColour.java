package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.Facts;

/** The background has one of the allowed colours: CIEDE2000 distance to the nearest of them. */
final class BackgroundColour extends Rule {
    BackgroundColour() {
        super("background-colour", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        BackgroundFacts background = facts.find(BackgroundFacts.class);
        if (background == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        double nearest = Double.MAX_VALUE;
        for (int[] rgb : profile.backgrounds()) {
            nearest = Math.min(nearest, ColourDistance.toRgb(background.l(), background.a(), background.b(), rgb));
        }
        return Answer.of(this, facts, profile).within(nearest, "ΔE00", 2);
    }
}
