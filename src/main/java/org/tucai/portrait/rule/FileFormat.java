package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The file is a JPEG by its first bytes, whatever its name says. */
final class FileFormat extends Rule {
    FileFormat() {
        super("file-format");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        return Answer.of(this, facts, profile).yesNo(file.type().equals("JPEG"), null, "JPEG", null);
    }
}
