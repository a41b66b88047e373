package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance of the eye line from the top edge, in pixels of the standard frame. */
final class EyePosition extends Rule {
    EyePosition() {
        super("eye-position", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        GeometryFacts head = answer.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return answer.notAssessed();
        }
        double zoom = (double) answer.profile().shape().height() / frame.height();
        return answer.at(HeadPlace.EYES).within(head.eyesY() * zoom, "px", 6);
    }
}
