package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance of the eye line from the top edge, in pixels of the standard frame. */
final class EyePosition extends Rule {
    EyePosition() {
        super("eye-position", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FrameFacts frame = facts.find(FrameFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        double zoom = (double) profile.shape().height() / frame.height();
        return Answer.of(this, facts, profile).at(HeadPlace.EYES).within(head.eyesY() * zoom, "px", 6);
    }
}
