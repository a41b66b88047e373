package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** Nothing hangs before the eyes. */
final class EyesUnobstructed implements Rule {
    @Override
    public String id() {
        return "eyes-unobstructed";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
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
}
