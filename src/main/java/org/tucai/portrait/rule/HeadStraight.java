package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Pose;

/** The head looks straight into the camera: yaw, pitch and roll in degrees, each against its own limit; the report names
 * the worst of them. */
final class HeadStraight implements Rule {
    @Override
    public String id() {
        return "head-straight";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Pose pose = facts.find(Pose.class);
        GeometryFacts head = facts.find(GeometryFacts.class);
        if (pose == null || head == null) {
            return Answer.of(this, profile).notAssessed();
        }
        RuleResult worst = turn(facts, profile, head, "yaw", pose.yaw());
        for (RuleResult other : new RuleResult[] {
            turn(facts, profile, head, "pitch", pose.pitch()), turn(facts, profile, head, "roll", pose.roll())
        }) {
            worst = other.score() < worst.score() ? other : worst;
        }
        return worst;
    }

    private RuleResult turn(Facts facts, Profile profile, GeometryFacts head, String name, double degrees) {
        double unit = head.eyeDistance();
        return Answer.of(this, profile)
                .at(facts, head.eyesX() - unit, head.eyesY() - unit, unit * 2, unit * 2.7)
                .within(null, profile.max(id() + "." + name), Math.abs(degrees), "° " + name, 2);
    }
}
