package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LensFacts;

/** Glasses are not tinted: the skin behind them has the colour of the cheeks. */
final class ClearLenses extends LensRule {
    @Override
    public String id() {
        return "clear-lenses";
    }

    @Override
    RuleResult measured(Answer answer, LensFacts lenses) {
        return answer.within(lenses.tint(), "ΔE", 1.5);
    }
}
