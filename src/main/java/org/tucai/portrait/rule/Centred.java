package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** How far the middle between the eyes is off the middle of the frame, in pixels of the standard frame, and to which side. */
final class Centred extends Rule {
    Centred() {
        super("centred", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        GeometryFacts head = answer.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return answer.notAssessed();
        }
        double zoom = (double) answer.profile().shape().width() / frame.width();
        double off = (head.eyesX() - frame.width() / 2.0) * zoom;
        return answer.at(HeadPlace.FACE).within(Math.abs(off), off < 0 ? "px to the left" : "px to the right", 4);
    }
}
