package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.RuleResult;

/** The frame of the glasses does not cross the eyes; only a classifier can tell a frame from lashes. */
final class FrameOffEyes extends LensRule {
    @Override
    public String id() {
        return "frame-off-eyes";
    }

    @Override
    public Set<String> limits() {
        return Set.of("certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.learned();
    }
}
