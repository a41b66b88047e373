package org.tucai.portrait.rule;

import org.tucai.portrait.Limit;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** Width and height of the file in pixels; the report names the one that is wrong. */
final class PixelSize extends Rule {
    PixelSize() {
        super("pixel-size", "width.min", "width.max", "height.min", "height.max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        Limit width = limit(profile, "width");
        Limit height = limit(profile, "height");
        if (!width.holds(file.width())) {
            return Answer.of(this, facts, profile).yesNo(false, (double) file.width(), text(width), "px, width");
        }
        if (!height.holds(file.height())) {
            return Answer.of(this, facts, profile).yesNo(false, (double) file.height(), text(height), "px, height");
        }
        return Answer.of(this, facts, profile)
                .yesNo(true, (double) file.width(), text(width) + " x " + text(height), "px, width");
    }

    private Limit limit(Profile profile, String side) {
        return new Limit(profile.min(id() + "." + side), profile.max(id() + "." + side));
    }

    private static String text(Limit limit) {
        String text = limit.text();
        return text == null ? "any" : text;
    }
}
