package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** No burnt or shining places on the skin. */
final class NoHighlights implements Rule {
    @Override
    public String id() {
        return "no-highlights";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.FACE.point(Answer.of(this, profile), facts);
        LightFacts light = facts.find(LightFacts.class);
        if (light == null) {
            return answer.notAssessed();
        }
        return answer.within(light.burnt(), "share of skin", 0.01);
    }
}
