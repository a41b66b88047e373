package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Pose;

/** The eyes look into the camera: how far the irises are off-centre, in eye widths, less what the yaw of the head explains. */
final class GazeForward extends Rule {
    /** How much the irises seem to move in the eyes per degree that the head is turned. */
    private static final double PER_DEGREE = 0.004;

    GazeForward() {
        super("gaze-forward", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        Pose pose = answer.find(Pose.class);
        return answer.at(HeadPlace.EYES)
                .learnedOrMeasured(EyeFacts.class, eyes -> off(eyes, pose), "eye widths", 0.015);
    }

    /** NaN when the head is turned too far to tell. */
    private static double off(EyeFacts eyes, @Nullable Pose pose) {
        if (pose == null) {
            return Math.abs(eyes.gazeAcross());
        }
        return pose.aside() ? Double.NaN : Math.abs(eyes.gazeAcross() - pose.yaw() * PER_DEGREE);
    }
}
