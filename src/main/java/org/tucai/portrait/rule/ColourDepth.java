package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** 24-bit colour: three channels of eight bits. */
final class ColourDepth extends Rule {
    ColourDepth() {
        super("colour-depth");
    }

    @Override
    RuleResult judge(Answer answer) {
        FileFacts file = answer.find(FileFacts.class);
        if (file == null) {
            return answer.notAssessed();
        }
        return answer.yesNo(file.channels() == 3, 8.0 * file.channels(), "24", "bit");
    }
}
