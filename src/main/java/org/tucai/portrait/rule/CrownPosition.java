package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;

/** Distance of the crown from the top edge, in pixels of the standard frame. A crown on the edge is cut off. */
final class CrownPosition extends Rule {
    CrownPosition() {
        super("crown-position", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FrameFacts frame = facts.find(FrameFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (frame == null || head == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        double crown = profile.crown(head);
        double zoom = (double) profile.shape().height() / frame.height();
        double width = head.eyeDistance() * 2;
        return Answer.of(this, facts, profile)
                .at(head.eyesX() - width / 2, crown, width, head.eyeDistance() / 3)
                .within(crown * zoom, "px", 8);
    }
}
