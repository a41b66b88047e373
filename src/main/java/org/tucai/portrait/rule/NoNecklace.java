package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;

/** No necklace. */
final class NoNecklace extends Rule {
    NoNecklace() {
        super("no-necklace", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.NECK).learned();
    }
}
