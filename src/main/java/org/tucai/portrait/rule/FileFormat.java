package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** The file is a JPEG by its first bytes, whatever its name says. */
final class FileFormat extends Rule {
    FileFormat() {
        super("file-format");
    }

    @Override
    RuleResult judge(Answer answer) {
        FileFacts file = answer.find(FileFacts.class);
        if (file == null) {
            return answer.notAssessed();
        }
        return answer.yesNo(file.type().equals("JPEG"), null, "JPEG", null);
    }
}
