package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;

/**
 * Both eyes are open: by a classifier, or else by the smaller opening between the lids, as a share of the distance from the
 * eyes to the chin.
 */
final class EyesOpen extends Rule {
    EyesOpen() {
        super("eyes-open", "min", "max", "certainty.min");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.at(HeadPlace.EYES)
                .learnedOrMeasured(
                        EyeFacts.class,
                        eyes -> Math.min(eyes.leftOpening(), eyes.rightOpening()),
                        "eyes to chin",
                        0.006);
    }
}
