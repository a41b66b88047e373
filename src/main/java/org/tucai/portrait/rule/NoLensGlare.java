package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LensFacts;

/** No reflection on the glasses. */
final class NoLensGlare extends LensRule {
    NoLensGlare() {
        super("no-lens-glare", "min", "max", "certainty.min");
    }

    @Override
    RuleResult ofWorn(Answer answer) {
        return answer.learnedOrMeasured(LensFacts.class, LensFacts::glare, "share", 0.02);
    }
}
