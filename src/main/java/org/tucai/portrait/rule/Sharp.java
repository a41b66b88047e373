package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/**
 * The eyes are in focus and not shaken: the finest details of the eye region against the coarser ones (a power of two that falls
 * with blur, not with contrast), less what a picture loses that a further blur hardly changes; or the same along the line along
 * which least is left, whichever is worse. All in the points of the file. Of 132 studio portraits cut to 480 x 640 and to
 * 295 x 413 all but XX have -1.95 and more, blurred by one and a half pixels or moved by five NN.
 */
final class Sharp implements Rule {
    /** Sharp pictures are never flatter than this. */
    private static final double FLAT = 0.62;

    private static final double LOSS = 8;

    /** Brings the measure along a line to the limit of the other. */
    private static final double LINE = -0.7;

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
        double fine = detail.fine() - LOSS * flat;
        return answer.within(Math.min(fine, LINE + detail.shake()), "fine detail", 0.15);
    }
}
