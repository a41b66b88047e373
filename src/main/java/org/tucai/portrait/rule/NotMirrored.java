package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/**
 * Not mirrored, where it can be told: a camera that mirrors marks it in the file (EXIF orientation 2, 4, 5, 7). A face alone does
 * not tell, so a file without the mark passes with the score of one who does not know.
 */
final class NotMirrored implements Rule {
    @Override
    public String id() {
        return "not-mirrored";
    }

    @Override
    public Set<String> limits() {
        return Set.of();
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, profile).notAssessed();
        }
        if (!file.mirrored()) {
            return Answer.of(this, profile).notKnownToBreak();
        }
        return Answer.of(this, profile).yesNo(false, null, "EXIF 1, 3, 6, 8", null);
    }
}
