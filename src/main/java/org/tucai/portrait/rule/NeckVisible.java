package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.ClothesFacts;

/** No collar hides the neck: share of skin under the chin. */
final class NeckVisible extends Rule {
    NeckVisible() {
        super("neck-visible", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.NECK).measured(ClothesFacts.class, ClothesFacts::neck, "share of skin", 0.08);
    }
}
