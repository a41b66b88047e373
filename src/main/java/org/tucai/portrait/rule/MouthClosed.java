package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.MouthFacts;

/**
 * The lips are together, and nothing hides them: no mask, hand or phone. By a classifier, or else by the gap between them, as a share
 * of the distance from the eyes to the chin.
 */
final class MouthClosed implements Rule {
    @Override
    public String id() {
        return "mouth-closed";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min", "seen.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        if (HeadPlace.covered(facts, profile)) {
            return hidden(HeadPlace.LOWER_FACE.point(Answer.of(this, profile), facts), facts, profile);
        }
        Answer answer = HeadPlace.MOUTH.point(Answer.of(this, profile), facts);
        Double learned = HeadPlace.learned(facts, id());
        if (learned != null) {
            return answer.learned(learned);
        }
        MouthFacts mouth = facts.find(MouthFacts.class);
        return mouth == null ? answer.notAssessed() : answer.within(mouth.gap(), "eyes to chin", 0.01);
    }

    private RuleResult hidden(Answer answer, Facts facts, Profile profile) {
        Double seen = HeadPlace.learned(facts, Learned.MOUTH_SEEN);
        Double least = profile.min(id() + ".seen");
        CoverFacts cover = facts.find(CoverFacts.class);
        if (cover != null && least != null && cover.mouth() < least) {
            return answer.within(least, null, cover.mouth(), "of a bare mouth", 0.3);
        }
        return seen == null
                ? answer.notAssessed()
                : answer.within(HeadPlace.SEEN, null, seen, "certainty of a bare mouth", 0.1);
    }
}
