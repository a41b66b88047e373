package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance between the eyes, in pixels of the standard frame; a small one means little detail. */
final class EyeDistance extends Rule {
    EyeDistance() {
        super("eye-distance", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        GeometryFacts head = answer.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return answer.notAssessed();
        }
        double zoom = (double) answer.profile().shape().height() / frame.height();
        return answer.at(HeadPlace.EYES).within(head.eyeDistance() * zoom, "px", 3);
    }
}
