package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** 24-bit colour: three channels of eight bits. */
final class ColourDepth extends Rule {
    ColourDepth() {
        super("colour-depth");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        return Answer.of(this, facts, profile).yesNo(file.channels() == 3, 8.0 * file.channels(), "24", "bit");
    }
}
