package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** The density the file names, dots per inch. */
final class Dpi extends Rule {
    Dpi() {
        super("dpi", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.measured(FileFacts.class, FileFacts::dpi, "dpi", 5);
    }
}
