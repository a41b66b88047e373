package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.FrameFacts;

/** Nobody else in the picture, however small in the background. */
final class NoOtherPerson extends Rule {
    NoOtherPerson() {
        super("no-other-person");
    }

    @Override
    RuleResult judge(Answer answer) {
        FrameFacts frame = answer.find(FrameFacts.class);
        if (frame == null || frame.faces().isEmpty()) {
            return answer.notAssessed();
        }
        int others = frame.faces().size() - 1;
        FaceBox last = frame.faces().getLast();
        if (others > 0) {
            answer = answer.at(last.x(), last.y(), last.width(), last.height());
        }
        return answer.yesNo(others == 0, (double) others, "0", "faces");
    }
}
