package org.tucai.portrait.rule;

import java.util.Locale;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Pose;

/**
 * The head faces the camera straight: yaw, pitch and roll in degrees, each against its own limit. The score of the worse of yaw and pitch
 * is averaged with a classifier's certainty, which judges pitch better than the rigid fit does; the classifier sees the face along the eye
 * line, so it says nothing about roll. The report names the worst angle and its direction in the picture, or the average where that
 * overrules the angle, followed by all three angles in brackets.
 */
final class HeadStraight extends Rule {
    private static final String LEFT = " to the left";

    private static final String RIGHT = " to the right";

    HeadStraight() {
        super("head-straight", "yaw.max", "pitch.max", "roll.max");
    }

    @Override
    RuleResult judge(Answer answer) {
        Pose pose = answer.find(Pose.class);
        if (pose == null) {
            return answer.notAssessed();
        }
        String turns = String.format(
                Locale.ROOT,
                " (yaw %d°, pitch %d°, roll %d°)",
                Math.round(pose.yaw()),
                Math.round(pose.pitch()),
                Math.round(pose.roll()));
        RuleResult yaw = turn(answer, "yaw", pose.yaw(), pose.yaw() < 0 ? LEFT : RIGHT, turns);
        RuleResult pitch = turn(answer, "pitch", pose.pitch(), pose.pitch() < 0 ? " up" : " down", turns);
        RuleResult roll = turn(answer, "roll", pose.roll(), pose.roll() < 0 ? LEFT : RIGHT, turns);
        Double learned = answer.certainty();
        RuleResult turned = worse(yaw, pitch);
        return worse(learned == null ? turned : together(turned, learned, turns), roll);
    }

    private static RuleResult worse(RuleResult one, RuleResult other) {
        return other.score() < one.score() ? other : one;
    }

    private static RuleResult together(RuleResult turn, double learned, String turns) {
        double score = (turn.score() + learned) / 2;
        Outcome outcome = score >= 0.5 ? Outcome.PASS : Outcome.FAIL;
        boolean asMeasured = outcome == turn.outcome();
        return new RuleResult(
                turn.rule(),
                outcome,
                turn.severity(),
                score,
                asMeasured ? turn.measured() : (Double) score,
                asMeasured ? turn.limit() : "≥ 0.5",
                asMeasured ? turn.unit() : Answer.CERTAINTY + turns,
                turn.region());
    }

    private static RuleResult turn(Answer answer, String name, double degrees, String way, String turns) {
        return answer.at(HeadPlace.FACE)
                .within(null, answer.max(name), Math.abs(degrees), "° " + name + way + turns, 2);
    }
}
