package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Cheek to cheek, in pixels of the standard frame. */
final class FaceWidth extends Rule {
    FaceWidth() {
        super("face-width", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FrameFacts frame = facts.find(FrameFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        double zoom = (double) profile.shape().height() / frame.height();
        return Answer.of(this, facts, profile)
                .at(head.eyesX() - head.faceWidth() / 2, head.eyesY(), head.faceWidth(), head.eyeDistance())
                .within(head.faceWidth() * zoom, "px", 8);
    }
}
