package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** The JPEG quality estimated from the quantisation tables. */
final class JpegQuality extends Rule {
    JpegQuality() {
        super("jpeg-quality", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FileFacts file = answer.find(FileFacts.class);
        if (file == null || file.jpegQuality() == 0) {
            return answer.notAssessed();
        }
        return answer.within(file.jpegQuality(), "of 100", 3);
    }
}
