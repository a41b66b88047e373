package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.GlassesFacts;

/** A rule about glasses; a face without any meets it. */
abstract sealed class LensRule extends Rule permits ClearLenses, FrameOffEyes, NoLensGlare {
    LensRule(String id, String... limits) {
        super(id, limits);
    }

    @Override
    final RuleResult judge(Answer answer) {
        answer.at(HeadPlace.LENSES);
        Boolean worn = glassesWorn(answer);
        if (worn == null) {
            return answer.notAssessed();
        }
        return worn ? ofWorn(answer) : answer.met();
    }

    /** The answer about glasses that are worn. */
    abstract RuleResult ofWorn(Answer answer);

    /** Whether glasses are worn, null when nobody looked. */
    static @Nullable Boolean glassesWorn(Answer answer) {
        Double without = answer.certainty("no-glasses");
        GlassesFacts glasses = answer.find(GlassesFacts.class);
        return without != null ? (Boolean) (without < 0.5) : glasses == null ? null : (Boolean) glasses.worn();
    }
}
