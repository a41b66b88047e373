package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** Hair does not hide the brows. */
final class BrowsVisible implements Rule {
    @Override
    public String id() {
        return "brows-visible";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.BROWS.point(Answer.of(this, profile), facts);
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        HairFacts hair = facts.find(HairFacts.class);
        if (hair == null) {
            return answer.notAssessed();
        }
        return answer.within(hair.overBrows(), "share covered", 0.06);
    }
}
