package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The file is neither larger nor smaller than the standard wants. */
final class FileSize extends Rule {
    FileSize() {
        super("file-size", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).measured(FileFacts.class, file -> file.bytes() / 1024.0, "KB", 2);
    }
}
