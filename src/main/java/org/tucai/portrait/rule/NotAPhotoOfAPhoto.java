package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
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
    RuleResult judge(Answer answer) {
        OriginFacts origin = answer.find(OriginFacts.class);
        if (origin == null) {
            return answer.notAssessed();
        }
        InsetFacts inset = answer.find(InsetFacts.class);
        if (inset != null) {
            return answer.at(inset.x(), inset.y(), inset.width(), inset.height())
                    .yesNo(false, 1.0, "0", "pictures in the picture");
        }
        Double mostFrame = answer.max("frame");
        if (mostFrame != null && origin.frame() > mostFrame) {
            return answer.within(null, mostFrame, origin.frame(), "edges with a border", 0.1);
        }
        RuleResult pattern = answer.within(origin.moire(), "moiré", 0.3);
        double beside = origin.writingHeight() / 3;
        RuleResult writing = answer.at(
                        origin.writingX() - beside,
                        origin.writingY() - beside,
                        origin.writingWidth() + 2 * beside,
                        origin.writingHeight() + 2 * beside)
                .within(null, answer.max("letters"), origin.letters(), "letters in a line", 1);
        return writing.score() < pattern.score() ? writing : pattern;
    }
}
