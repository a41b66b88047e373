package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.MouthFacts;

/** A natural expression without a broad smile: the width of the mouth plus twice the lift of its corners. */
final class NeutralExpression extends Rule {
    NeutralExpression() {
        super("neutral-expression", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.MOUTH)
                .measured(MouthFacts.class, mouth -> mouth.width() + 2 * mouth.cornerLift(), "eyes to chin", 0.02);
    }
}
