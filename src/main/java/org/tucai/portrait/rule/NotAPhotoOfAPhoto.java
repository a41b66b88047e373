package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.InsetFacts;
import org.tucai.portrait.face.OriginFacts;

/**
 * Not a photo of a screen or a print: no moiré (the pixel grid of a screen beating with the camera's), no border around the picture, no
 * writing across it, no picture within the picture.
 */
final class NotAPhotoOfAPhoto extends Rule {
    NotAPhotoOfAPhoto() {
        super("not-a-photo-of-a-photo", "min", "max", "frame.max", "letters.max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        OriginFacts origin = facts.find(OriginFacts.class);
        if (origin == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        InsetFacts inset = facts.find(InsetFacts.class);
        if (inset != null) {
            return Answer.of(this, facts, profile)
                    .at(inset.x(), inset.y(), inset.width(), inset.height())
                    .yesNo(false, 1.0, "0", "pictures in the picture");
        }
        Double mostFrame = profile.max(id() + ".frame");
        if (mostFrame != null && origin.frame() > mostFrame) {
            return Answer.of(this, facts, profile).within(null, mostFrame, origin.frame(), "edges with a border", 0.1);
        }
        RuleResult pattern = Answer.of(this, facts, profile).within(origin.moire(), "moiré", 0.3);
        double beside = origin.writingHeight() / 3;
        RuleResult writing = Answer.of(this, facts, profile)
                .at(
                        origin.writingX() - beside,
                        origin.writingY() - beside,
                        origin.writingWidth() + 2 * beside,
                        origin.writingHeight() + 2 * beside)
                .within(null, profile.max(id() + ".letters"), origin.letters(), "letters in a line", 1);
        return writing.score() < pattern.score() ? writing : pattern;
    }
}
