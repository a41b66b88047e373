package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LensFacts;

/** A rule about glasses: met without any, then a classifier's word goes before what was measured of the lenses. */
abstract sealed class LensRule implements Rule permits ClearLenses, FrameOffEyes, NoLensGlare {
    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public final RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.LENSES.point(Answer.of(this, profile), facts);
        Boolean worn = HeadPlace.glassesWorn(facts);
        if (worn == null) {
            return answer.notAssessed();
        }
        if (!worn) {
            return answer.met();
        }
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        LensFacts lenses = facts.find(LensFacts.class);
        return lenses == null ? answer.notAssessed() : measured(answer, lenses);
    }

    /** What was measured, where no classifier was asked. */
    abstract RuleResult measured(Answer answer, LensFacts lenses);
}
