package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

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
        LightFacts light = facts.find(LightFacts.class);
        if (detail == null || light == null) {
            return answer.notAssessed();
        }
        return answer.within(100 * detail.skinTexture() / light.range(), "% of the range", 0.3);
    }
}
