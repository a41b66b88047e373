package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HairFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.Pose;

/**
 * Nothing hangs before the eyes: by a classifier, which knows hair and glasses, and where the light is even and nobody looks aside
 * by how alike both eyes are: one of them under a patch or a sticker is not like the other. Another classifier, which was shown such
 * things and what networks that trace irises make of them, speaks wherever no glasses are worn.
 */
final class EyesUnobstructed implements Rule {
    /** Degrees aside up to which both eyes are seen alike. */
    private static final double FRONTAL = 10;

    /** How unevenly cheeks may be lit, share of L* + 16. */
    private static final double EVEN = 0.15;

    /** How far the light or the colour of two eyes must lie apart, L*a*b* units. */
    private static final double APART = 15;

    @Override
    public String id() {
        return "eyes-unobstructed";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min", "alike.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
        CoverFacts cover = facts.find(CoverFacts.class);
        Double leastAlike = profile.min(id() + ".alike");
        if (cover != null && leastAlike != null && comparable(facts, cover) && cover.eyesAlike() < leastAlike) {
            return answer.within(leastAlike, null, cover.eyesAlike(), "eyes alike", 0.1);
        }
        Double seen = HeadPlace.learned(facts, Learned.EYES_SEEN);
        if (leastAlike != null && bare(facts) && seen != null && seen < HeadPlace.SEEN) {
            return answer.within(HeadPlace.SEEN, null, seen, "certainty of bare eyes", 0.1);
        }
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        HairFacts hair = facts.find(HairFacts.class);
        if (hair == null) {
            return answer.notAssessed();
        }
        return answer.within(hair.overEyes(), "share covered", 0.06);
    }

    /** Whether no glasses are worn, by their own network: the classifier takes a sticker for a lens. */
    private static boolean bare(Facts facts) {
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        return glasses == null || !glasses.worn();
    }

    /** Whether what makes both eyes unlike can only be something before one of them. */
    private static boolean comparable(Facts facts, CoverFacts cover) {
        Pose pose = facts.find(Pose.class);
        boolean frontal = pose != null && Math.abs(pose.yaw()) < FRONTAL;
        boolean glasses = Boolean.TRUE.equals(HeadPlace.glassesWorn(facts));
        return frontal && !glasses && cover.cheeksApart() < EVEN && cover.eyesApart() > APART;
    }
}
