package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Pose;

/** The pupils are not red. */
final class NoRedEye extends Rule {
    NoRedEye() {
        super("no-red-eye", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        answer.at(HeadPlace.EYES);
        Pose pose = answer.find(Pose.class);
        return pose != null && pose.aside()
                ? answer.notAssessed()
                : answer.measured(EyeFacts.class, EyeFacts::redness, "redness", 0.04);
    }
}
