package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.MouthFacts;

/**
 * The lips are closed and nothing hides them: no mask, hand or phone. Judged by a classifier, or else by the gap between the lips as a
 * share of the distance from the eyes to the chin.
 */
final class MouthClosed extends Rule {
    private static final String ID = "mouth-closed";

    MouthClosed() {
        super(ID, "min", "max", "certainty.min", "seen.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        RuleResult hidden = hidden(answer.at(HeadPlace.LOWER_FACE));
        return hidden != null
                ? hidden
                : answer.at(HeadPlace.MOUTH).learnedOrMeasured(MouthFacts.class, MouthFacts::gap, "eyes to chin", 0.01);
    }

    /** Whether a mask, a hand or an object hides mouth and nose, by measures or by a classifier. */
    static boolean isCovered(Facts facts, Profile profile) {
        return hidden(new Answer(ID, facts, profile)) != null;
    }

    /** What shows that mouth and nose are hidden; null when nothing does, or when the profile does not ask. */
    private static @Nullable RuleResult hidden(Answer answer) {
        Double least = answer.min("seen");
        CoverFacts cover = answer.find(CoverFacts.class);
        Double seen = answer.certainty(Learned.MOUTH_SEEN);
        if (least != null && cover != null && cover.mouth() < least) {
            return answer.within(least, null, cover.mouth(), "of a bare mouth", 0.3);
        }
        return least != null && seen != null && seen < Learned.SEEN
                ? answer.within(Learned.SEEN, null, seen, "certainty of a bare mouth", 0.1)
                : null;
    }
}
