package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;

/** There is exactly one face of a size that counts: at least a third as large as the largest. */
final class OneFace implements Rule {
    @Override
    public String id() {
        return "one-face";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FrameFacts frame = facts.find(FrameFacts.class);
        if (frame == null) {
            return Answer.of(this, profile).notAssessed();
        }
        if (frame.faces().isEmpty()) {
            return Answer.of(this, profile).yesNo(false, 0.0, "1", null);
        }
        FaceBox first = frame.faces().getFirst();
        int count = 0;
        FaceBox last = first;
        for (FaceBox face : frame.faces()) {
            if (face.width() * 3 >= first.width()) {
                count++;
                last = face;
            }
        }
        return Answer.of(this, profile)
                .at(facts, last.x(), last.y(), last.width(), last.height())
                .yesNo(count == 1, (double) count, "1", null);
    }
}
