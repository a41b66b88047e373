package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.Facts;

/**
 * The background is of one colour: what differs from a smooth surface, L*, how far that surface itself goes from light to dark,
 * and how far the colours are from theirs, a* and b*: two colours can be alike in lightness. Soft shading is allowed.
 */
final class PlainBackground implements Rule {
    @Override
    public String id() {
        return "plain-background";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "shading.max", "colour.max");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        BackgroundFacts background = facts.find(BackgroundFacts.class);
        if (background == null) {
            return Answer.of(this, profile).notAssessed();
        }
        Double most = profile.max(id() + ".shading");
        if (most != null && background.shading() > most) {
            return Answer.of(this, profile).within(null, most, background.shading(), "L* of shading", 6);
        }
        RuleResult light = Answer.of(this, profile).within(background.texture(), "L*", 0.6);
        Double farthest = profile.max(id() + ".colour");
        if (light.outcome() == Outcome.PASS && farthest != null && background.colourSpread() > farthest) {
            return Answer.of(this, profile).within(null, farthest, background.colourSpread(), "a*b* of colours", 1);
        }
        return light;
    }
}
