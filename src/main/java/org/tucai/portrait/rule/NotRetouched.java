package org.tucai.portrait.rule;

import org.tucai.portrait.Outcome;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.LightFacts;
import org.tucai.portrait.face.MouthFacts;
import org.tucai.portrait.face.Pose;

/**
 * The skin has its natural fine texture: smoothed skin shows less of it than the lightness range of the face suggests. And the picture is
 * not stretched: the length of a face seen from the front over its width lies within limits.
 */
final class NotRetouched extends Rule {
    /** Degrees up to which the length and the width of a face are seen as they are. */
    private static final double FRONTAL = 10;

    /** From this gap between the lips on the chin hangs lower, share of the distance from the eyes to the chin. */
    private static final double OPEN = 0.06;

    /** Points of the mesh. */
    private static final int FOREHEAD = 10;

    private static final int CHIN = 152;

    NotRetouched() {
        super("not-retouched", "min", "max", "length.min", "length.max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.FACE);
        DetailFacts detail = answer.find(DetailFacts.class);
        LightFacts light = answer.find(LightFacts.class);
        if (detail == null || light == null) {
            return answer.notAssessed();
        }
        FaceShape face = answer.find(FaceShape.class);
        if (face != null && natural(answer)) {
            double length = face.distance(FOREHEAD, CHIN) / face.cheekWidth();
            RuleResult stretched =
                    answer.within(answer.min("length"), answer.max("length"), length, "length by width", 0.05);
            if (stretched.outcome() == Outcome.FAIL) {
                return stretched;
            }
        }
        return answer.within(100 * detail.skinTexture() / light.range(), "% of the range", 0.3);
    }

    /** Whether the face is seen from the front, and no open mouth makes it longer. */
    private static boolean natural(Answer answer) {
        Pose pose = answer.find(Pose.class);
        MouthFacts mouth = answer.find(MouthFacts.class);
        boolean frontal = pose != null && Math.abs(pose.yaw()) < FRONTAL && Math.abs(pose.pitch()) < FRONTAL;
        return frontal && mouth != null && mouth.gap() < OPEN;
    }
}
