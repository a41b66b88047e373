package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** The frame of the glasses does not cross the eyes; only a classifier can tell a frame from lashes. */
final class FrameOffEyes implements Rule {
    @Override
    public String id() {
        return "frame-off-eyes";
    }

    @Override
    public Set<String> limits() {
        return Set.of("certainty.min");
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
        return answer.notAssessed();
    }
}
