package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** The file is neither larger nor smaller than the standard wants. */
final class FileSize extends Rule {
    FileSize() {
        super("file-size", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.measured(FileFacts.class, file -> file.bytes() / 1024.0, "KB", 2);
    }
}
