package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.Learned;

/** A rule about glasses; a face without any meets it. */
abstract sealed class LensRule extends Rule permits ClearLenses, FrameOffEyes, NoLensGlare {
    LensRule(String id, String... limits) {
        super(id, limits);
    }

    @Override
    final RuleResult judge(Facts facts, Profile profile) {
        Answer answer = Answer.of(this, facts, profile).at(HeadPlace.LENSES);
        Boolean worn = glassesWorn(facts);
        if (worn == null) {
            return answer.notAssessed();
        }
        return worn ? judge(answer) : answer.met();
    }

    /** The answer about glasses that are worn. */
    abstract RuleResult judge(Answer answer);

    /** Whether glasses are worn, null when nobody looked. */
    static @Nullable Boolean glassesWorn(Facts facts) {
        Double without = Learned.find(facts, "no-glasses");
        GlassesFacts glasses = facts.find(GlassesFacts.class);
        return without != null ? (Boolean) (without < 0.5) : glasses == null ? null : (Boolean) glasses.worn();
    }
}
