package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The density the file names, dots per inch. */
final class Dpi implements Rule {
    @Override
    public String id() {
        return "dpi";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null) {
            return Answer.of(this, profile).notAssessed();
        }
        return Answer.of(this, profile).within(file.dpi(), "dpi", 5);
    }
}
