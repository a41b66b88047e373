package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.LensFacts;

/** No reflection on the glasses. */
final class NoLensGlare extends LensRule {
    @Override
    public String id() {
        return "no-lens-glare";
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.learnedOrMeasured(LensFacts.class, LensFacts::glare, "share", 0.02);
    }
}
