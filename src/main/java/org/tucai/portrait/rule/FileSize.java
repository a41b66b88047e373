package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The file is neither larger nor smaller than the standard wants. */
final class FileSize implements Rule {
    @Override
    public String id() {
        return "file-size";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, profile).notAssessed();
        }
        return Answer.of(this, profile).within(file.bytes() / 1024.0, "KB", 2);
    }
}
