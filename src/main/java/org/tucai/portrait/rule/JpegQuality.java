package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;

/** The JPEG quality estimated from the quantisation tables. */
final class JpegQuality extends Rule {
    JpegQuality() {
        super("jpeg-quality", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        FileFacts file = facts.find(FileFacts.class);
        if (file == null || file.jpegQuality() == 0) {
            return Answer.of(this, facts, profile).notAssessed();
        }
        return Answer.of(this, facts, profile).within(file.jpegQuality(), "of 100", 3);
    }
}
