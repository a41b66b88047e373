package org.tucai.portrait.rule;

import java.util.Locale;
import java.util.Set;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Pose;

/**
 * The head looks straight into the camera: yaw, pitch and roll in degrees, each against its own limit, and for yaw and
 * pitch a classifier's certainty, which knows the pitch better than the fit of a rigid head does: their score is the mean
 * of both. The classifier looks along the eye line, so it cannot see the roll. The report names the worst turn and which way it
 * goes, as seen in the picture, or that mean where it decides against the turn alone, and in brackets all three.
 */
final class HeadStraight implements Rule {
    private static final String LEFT = " to the left";

    private static final String RIGHT = " to the right";

    @Override
    public String id() {
        return "head-straight";
    }

    @Override
    public Set<String> limits() {
        return Set.of("yaw.max", "pitch.max", "roll.max");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Pose pose = facts.find(Pose.class);
        if (pose == null) {
            return Answer.of(this, profile).notAssessed();
        }
        String turns = String.format(
                Locale.ROOT,
                " (yaw %d°, pitch %d°, roll %d°)",
                Math.round(pose.yaw()),
                Math.round(pose.pitch()),
                Math.round(pose.roll()));
        RuleResult yaw = turn(facts, profile, "yaw", pose.yaw(), pose.yaw() < 0 ? LEFT : RIGHT, turns);
        RuleResult pitch = turn(facts, profile, "pitch", pose.pitch(), pose.pitch() < 0 ? " up" : " down", turns);
        RuleResult roll = turn(facts, profile, "roll", pose.roll(), pose.roll() < 0 ? LEFT : RIGHT, turns);
        Double learned = HeadPlace.learned(facts, id());
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

    private RuleResult turn(Facts facts, Profile profile, String name, double degrees, String way, String turns) {
        return HeadPlace.FACE
                .point(Answer.of(this, profile), facts)
                .within(null, profile.max(id() + "." + name), Math.abs(degrees), "° " + name + way + turns, 2);
    }
}
