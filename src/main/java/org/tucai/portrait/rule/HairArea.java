package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** The hair takes no more place than the face. */
final class HairArea implements Rule {
    @Override
    public String id() {
        return "hair-area";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.HEAD.point(Answer.of(this, profile), facts);
        HairFacts hair = facts.find(HairFacts.class);
        if (hair == null) {
            return answer.notAssessed();
        }
        return answer.within(hair.area(), "of the face", 0.1);
    }
}
