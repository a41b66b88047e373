package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.Pose;

/** The pupils are not red. */
final class NoRedEye implements Rule {
    @Override
    public String id() {
        return "no-red-eye";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        Answer answer = HeadPlace.EYES.point(Answer.of(this, profile), facts);
        EyeFacts eyes = facts.find(EyeFacts.class);
        Pose pose = facts.find(Pose.class);
        if (eyes == null || (pose != null && pose.aside())) {
            return answer.notAssessed();
        }
        return answer.within(eyes.redness(), "redness", 0.04);
    }
}
