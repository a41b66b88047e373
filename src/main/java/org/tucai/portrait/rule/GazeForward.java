package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Pose;

/** The eyes look into the camera: how far the irises are off the middle, in eye widths, less what the turn of the head explains. */
final class GazeForward implements Rule {
    /** How much the irises seem to move in the eyes per degree that the head is turned. */
    private static final double PER_DEGREE = 0.004;

    @Override
    public String id() {
        return "gaze-forward";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        EyeFacts eyes = facts.find(EyeFacts.class);
        if (eyes == null) {
            return answer.notAssessed();
        }
        Pose pose = facts.find(Pose.class);
        if (pose != null && pose.aside()) {
            return answer.notAssessed();
        }
        double turned = pose == null ? 0 : pose.yaw() * PER_DEGREE;
        double off = Math.abs(eyes.gazeAcross() - turned);
        return answer.within(off, "eye widths", 0.015);
    }
}
