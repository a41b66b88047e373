package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LensFacts;

/** Glasses are not tinted: the skin behind them has the colour of the cheeks. */
final class ClearLenses extends LensRule {
    ClearLenses() {
        super("clear-lenses", "min", "max", "certainty.min");
    }

    @Override
    RuleResult ofWorn(Answer answer) {
        return answer.learnedOrMeasured(LensFacts.class, LensFacts::tint, "ΔE", 1.5);
    }
}
