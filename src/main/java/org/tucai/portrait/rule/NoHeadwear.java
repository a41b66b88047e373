package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.HairFacts;

/** Nothing is worn on the head. Without a classifier the share of hair above the forehead decides, which mistakes a bald head for a hat. */
final class NoHeadwear extends Rule {
    NoHeadwear() {
        super("no-headwear", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.HEAD_TOP)
                .learnedOrMeasured(HairFacts.class, HairFacts::onTop, "share of hair", 0.08);
    }
}
