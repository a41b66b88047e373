package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;

/** Both eyes are open: the smaller opening between the lids, as a share of the distance from the eyes to the chin. */
final class EyesOpen implements Rule {
    @Override
    public String id() {
        return "eyes-open";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        EyeFacts eyes = facts.find(EyeFacts.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (eyes == null || head == null) {
            return Answer.of(this, profile).notAssessed();
        }
        double unit = head.eyeDistance();
        return Answer.of(this, profile)
                .at(facts, head.eyesX() - unit, head.eyesY() - unit / 4, unit * 2, unit / 2)
                .within(Math.min(eyes.leftOpening(), eyes.rightOpening()), "eyes to chin", 0.006);
    }
}
