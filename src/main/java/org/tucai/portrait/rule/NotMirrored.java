package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/**
 * The picture is not mirrored: a camera that mirrors says so in the file (EXIF orientation 2, 4, 5, 7). A face alone does not show it,
 * so a file without that mark passes with the score 0.5.
 */
final class NotMirrored extends Rule {
    NotMirrored() {
        super("not-mirrored");
    }

    @Override
    RuleResult judge(Answer answer) {
        FileFacts file = answer.find(FileFacts.class);
        if (file == null) {
            return answer.notAssessed();
        }
        if (!file.mirrored()) {
            return answer.notKnownToBreak();
        }
        return answer.yesNo(false, null, "EXIF 1, 3, 6, 8", null);
    }
}
