package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HairFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.Pose;

/**
 * Nothing covers the eyes. Three tests, the first that objects decides: how alike the two eyes are, where light and pose are even enough
 * to compare them (an eye under a patch or a sticker is unlike the other); a classifier trained on such things, where no glasses are
 * worn; and a classifier for hair and glasses, or without it the share of the eyes under hair.
 */
final class EyesUnobstructed extends Rule {
    /** Degrees aside up to which both eyes are seen alike. */
    private static final double FRONTAL = 10;

    /** How unevenly cheeks may be lit, share of L* + 16. */
    private static final double EVEN = 0.15;

    /** How far the light or the colour of two eyes must lie apart, L*a*b* units. */
    private static final double APART = 15;

    EyesUnobstructed() {
        super("eyes-unobstructed", "min", "max", "certainty.min", "alike.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.EYES);
        CoverFacts cover = answer.find(CoverFacts.class);
        Double leastAlike = answer.min("alike");
        if (cover != null && leastAlike != null && comparable(answer, cover) && cover.eyesAlike() < leastAlike) {
            return answer.within(leastAlike, null, cover.eyesAlike(), "eyes alike", 0.1);
        }
        Double seen = answer.certainty(Learned.EYES_SEEN);
        if (leastAlike != null && bare(answer) && seen != null && seen < Learned.SEEN) {
            return answer.within(Learned.SEEN, null, seen, "certainty of bare eyes", 0.1);
        }
        return answer.learnedOrMeasured(HairFacts.class, HairFacts::overEyes, "share covered", 0.06);
    }

    /** Whether no glasses are worn, by the glasses network: the classifier mistakes a sticker for a lens. */
    private static boolean bare(Answer answer) {
        GlassesFacts glasses = answer.find(GlassesFacts.class);
        return glasses == null || !glasses.worn();
    }

    /** Whether only something in front of one eye can make the two unlike. */
    private static boolean comparable(Answer answer, CoverFacts cover) {
        Pose pose = answer.find(Pose.class);
        boolean frontal = pose != null && Math.abs(pose.yaw()) < FRONTAL;
        boolean glasses = Boolean.TRUE.equals(LensRule.glassesWorn(answer));
        return frontal && !glasses && cover.cheeksApart() < EVEN && cover.eyesApart() > APART;
    }
}
