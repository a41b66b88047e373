package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** Not mirrored. A face alone does not tell; it is judged only where the file gives the camera's own mark of mirroring. */
final class NotMirrored implements Rule {
    @Override
    public String id() {
        return "not-mirrored";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null || !file.mirrored()) {
            return Answer.of(this, profile).notAssessed();
        }
        return Answer.of(this, profile).yesNo(false, null, "EXIF 1, 3, 6, 8", null);
    }
}
