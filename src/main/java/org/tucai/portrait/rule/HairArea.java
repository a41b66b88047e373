package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.HairFacts;

/** The area of the hair is not larger than that of the face. */
final class HairArea extends Rule {
    HairArea() {
        super("hair-area", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.HEAD).measured(HairFacts.class, HairFacts::area, "of the face", 0.1);
    }
}
