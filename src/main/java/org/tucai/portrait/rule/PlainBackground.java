package org.tucai.portrait.rule;

import org.tucai.portrait.Outcome;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;

/**
 * The background has one colour: how far its lightness deviates from a smooth surface (L*), how far that surface itself goes from light to
 * dark, and how far a* and b* deviate from theirs, because two colours can be equally light. Soft shading is allowed.
 */
final class PlainBackground extends Rule {
    PlainBackground() {
        super("plain-background", "min", "max", "shading.max", "colour.max");
    }

    @Override
    RuleResult judge(Answer answer) {
        BackgroundFacts background = answer.find(BackgroundFacts.class);
        if (background == null) {
            return answer.notAssessed();
        }
        Double most = answer.max("shading");
        if (most != null && background.wall().shading() > most) {
            return answer.within(null, most, background.wall().shading(), "L* of shading", 6);
        }
        RuleResult light = answer.within(background.wall().texture(), "L*", 0.6);
        Double farthest = answer.max("colour");
        if (light.outcome() == Outcome.PASS
                && farthest != null
                && background.wall().colourSpread() > farthest) {
            return answer.within(null, farthest, background.wall().colourSpread(), "a*b* of colours", 1);
        }
        return light;
    }
}
