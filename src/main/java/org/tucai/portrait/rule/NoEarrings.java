package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;

/** No earrings. */
final class NoEarrings extends Rule {
    NoEarrings() {
        super("no-earrings", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.EARS).learned();
    }
}
