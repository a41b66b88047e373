package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;

/** No visible grain, grey levels. */
final class NoNoise extends Rule {
    NoNoise() {
        super("no-noise", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.measured(DetailFacts.class, DetailFacts::noise, "grey levels", 0.3);
    }
}
