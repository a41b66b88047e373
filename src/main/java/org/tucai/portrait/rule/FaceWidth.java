package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Cheek to cheek, in pixels of the standard frame. */
final class FaceWidth extends Rule {
    FaceWidth() {
        super("face-width", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        GeometryFacts head = answer.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return answer.notAssessed();
        }
        double zoom = (double) answer.profile().shape().height() / frame.height();
        return answer.at(head.eyesX() - head.faceWidth() / 2, head.eyesY(), head.faceWidth(), head.eyeDistance())
                .within(head.faceWidth() * zoom, "px", 8);
    }
}
