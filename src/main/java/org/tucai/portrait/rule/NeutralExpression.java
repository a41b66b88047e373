package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.MouthFacts;

/** A natural face without a broad smile: width of the mouth and lift of its corners together. */
final class NeutralExpression implements Rule {
    @Override
    public String id() {
        return "neutral-expression";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.MOUTH.point(Answer.of(this, profile), facts);
        MouthFacts mouth = facts.find(MouthFacts.class);
        if (mouth == null) {
            return answer.notAssessed();
        }
        return answer.within(mouth.width() + 2 * mouth.cornerLift(), "eyes to chin", 0.02);
    }
}
