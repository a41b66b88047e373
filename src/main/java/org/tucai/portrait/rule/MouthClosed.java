package org.tucai.portrait.rule;

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
    MouthClosed() {
        super("mouth-closed", "min", "max", "certainty.min", "seen.min");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        if (isCovered(facts, profile)) {
            return hidden(Answer.of(this, facts, profile).at(HeadPlace.LOWER_FACE), facts, profile);
        }
        return Answer.of(this, facts, profile)
                .at(HeadPlace.MOUTH)
                .learnedOrMeasured(MouthFacts.class, MouthFacts::gap, "eyes to chin", 0.01);
    }

    /** Whether a mask, a hand or an object hides mouth and nose, by measures or by a classifier. */
    static boolean isCovered(Facts facts, Profile profile) {
        CoverFacts cover = facts.find(CoverFacts.class);
        Double least = profile.min("mouth-closed.seen");
        Double seen = Learned.find(facts, Learned.MOUTH_SEEN);
        return least != null && ((cover != null && cover.mouth() < least) || (seen != null && seen < Learned.SEEN));
    }

    private RuleResult hidden(Answer answer, Facts facts, Profile profile) {
        Double seen = Learned.find(facts, Learned.MOUTH_SEEN);
        Double least = profile.min(id() + ".seen");
        CoverFacts cover = facts.find(CoverFacts.class);
        if (cover != null && least != null && cover.mouth() < least) {
            return answer.within(least, null, cover.mouth(), "of a bare mouth", 0.3);
        }
        return seen == null
                ? answer.notAssessed()
                : answer.within(Learned.SEEN, null, seen, "certainty of a bare mouth", 0.1);
    }
}
