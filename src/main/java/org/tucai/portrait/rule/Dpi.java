package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The density the file names, dots per inch. */
final class Dpi extends Rule {
    Dpi() {
        super("dpi", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).measured(FileFacts.class, FileFacts::dpi, "dpi", 5);
    }
}
