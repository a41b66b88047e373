package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** The skin has the fine structure that skin has; smoothed skin has less of it than a picture of this sharpness should show. */
final class NotRetouched implements Rule {
    @Override
    public String id() {
        return "not-retouched";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.FACE.point(Answer.of(this, profile), facts);
        DetailFacts detail = facts.find(DetailFacts.class);
        if (detail == null) {
            return answer.notAssessed();
        }
        return answer.within(detail.skinTexture(), "grey levels", 0.08);
    }
}
