package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.MouthFacts;

/** The lips are together: the gap between them, as a share of the distance from the eyes to the chin. */
final class MouthClosed implements Rule {
    @Override
    public String id() {
        return "mouth-closed";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        MouthFacts mouth = facts.find(MouthFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (mouth == null || head == null) {
            return Answer.of(this, profile).notAssessed();
        }
        double unit = head.eyeDistance();
        return Answer.of(this, profile)
                .at(facts, head.eyesX() - unit * 0.6, head.eyesY() + unit * 0.85, unit * 1.2, unit * 0.6)
                .within(mouth.gap(), "eyes to chin", 0.01);
    }
}
