package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LightFacts;

/** The picture is not washed out: from its dark to its bright parts, L*. */
final class Contrast extends Rule {
    Contrast() {
        super("contrast", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.measured(LightFacts.class, light -> light.brightest() - light.darkest(), "L*", 3);
    }
}
