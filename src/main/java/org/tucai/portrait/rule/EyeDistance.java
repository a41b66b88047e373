package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance between the eyes, in pixels of the standard frame; a small one means little detail. */
final class EyeDistance extends Rule {
    EyeDistance() {
        super("eye-distance", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FrameFacts frame = facts.find(FrameFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        double zoom = (double) profile.shape().height() / frame.height();
        return Answer.of(this, facts, profile).at(HeadPlace.EYES).within(head.eyeDistance() * zoom, "px", 3);
    }
}
