package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** The eyes are in focus: how little a further blur would change, 0 sharp to 1 flat. */
final class Sharp implements Rule {
    @Override
    public String id() {
        return "sharp";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
        DetailFacts detail = facts.find(DetailFacts.class);
        if (detail == null) {
            return answer.notAssessed();
        }
        return answer.within(detail.blur(), "blur", 0.02);
    }
}
