package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** Nothing on the head. Without a classifier only the share of hair above the forehead speaks, and it cannot tell a bald head. */
final class NoHeadwear implements Rule {
    @Override
    public String id() {
        return "no-headwear";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.HEAD_TOP.point(Answer.of(this, profile), facts);
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        HairFacts hair = facts.find(HairFacts.class);
        if (hair == null) {
            return answer.notAssessed();
        }
        return answer.within(hair.onTop(), "share of hair", 0.08);
    }
}
