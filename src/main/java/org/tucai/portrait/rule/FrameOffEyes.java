package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;

/** The frame of the glasses does not cross the eyes; only a classifier can tell a frame from lashes. */
final class FrameOffEyes extends LensRule {
    FrameOffEyes() {
        super("frame-off-eyes", "certainty.min");
    }

    @Override
    RuleResult ofWorn(Answer answer) {
        return answer.learned();
    }
}
