package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/**
 * The eyes are in focus: the finest details of the eye region against the coarser ones (a power of two that falls with
 * blur, not with contrast), less what a picture loses that a further blur hardly changes. Measured on blurred copies of
 * good portraits: sharp -1.6 and more, a blur of one pixel -2.1 and less.
 */
final class Sharp implements Rule {
    /** Sharp pictures are never flatter than this. */
    private static final double FLAT = 0.62;

    private static final double LOSS = 8;

    @Override
    public String id() {
        return "sharp";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
        DetailFacts detail = facts.find(DetailFacts.class);
        if (detail == null) {
            return answer.notAssessed();
        }
        double flat = Math.max(0, detail.blur() - FLAT);
        return answer.within(detail.fine() - LOSS * flat, "fine detail", 0.15);
    }
}
