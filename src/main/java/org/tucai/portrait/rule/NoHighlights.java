package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LightFacts;

/** No burnt or shining places on the skin. */
final class NoHighlights extends Rule {
    NoHighlights() {
        super("no-highlights", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.FACE).measured(LightFacts.class, LightFacts::burnt, "share of skin", 0.01);
    }
}
