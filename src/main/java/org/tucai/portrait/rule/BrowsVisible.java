package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.HairFacts;

/** Hair does not hide the brows. */
final class BrowsVisible extends Rule {
    BrowsVisible() {
        super("brows-visible", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.BROWS)
                .learnedOrMeasured(HairFacts.class, HairFacts::overBrows, "share covered", 0.06);
    }
}
