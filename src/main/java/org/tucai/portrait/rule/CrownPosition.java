package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance of the crown from the top edge, in pixels of the standard frame. A crown on the edge is cut off. */
final class CrownPosition extends Rule {
    CrownPosition() {
        super("crown-position", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        GeometryFacts head = answer.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return answer.notAssessed();
        }
        double crown = answer.profile().crown(head);
        double zoom = (double) answer.profile().shape().height() / frame.height();
        double width = head.eyeDistance() * 2;
        return answer.at(head.eyesX() - width / 2, crown, width, head.eyeDistance() / 3)
                .within(crown * zoom, "px", 8);
    }
}
