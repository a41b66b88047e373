package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LensFacts;

/** No reflection on the glasses. */
final class NoLensGlare implements Rule {
    @Override
    public String id() {
        return "no-lens-glare";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
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
        return lenses == null ? answer.notAssessed() : answer.within(lenses.glare(), "share", 0.02);
    }
}
