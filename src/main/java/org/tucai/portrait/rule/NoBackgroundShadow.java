package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;

/** No shadow of the head on the background: how much darker it is beside the head than further out, L*. */
final class NoBackgroundShadow extends Rule {
    NoBackgroundShadow() {
        super("no-background-shadow", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.HEAD);
        BackgroundFacts background = answer.find(BackgroundFacts.class);
        if (background == null || busy(background, answer.profile())) {
            return answer.notAssessed();
        }
        return answer.within(background.shadow(), "L*", 1.2);
    }

    /** A background so busy that what is darker beside the head need not be a shadow. A hard shadow alone does not make it so. */
    private static boolean busy(BackgroundFacts background, Profile profile) {
        Double texture = profile.max("plain-background");
        Double shading = profile.max("plain-background.shading");
        return (texture != null && background.wall().texture() > 2 * texture)
                || (shading != null && background.wall().shading() > shading);
    }
}
