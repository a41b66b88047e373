package org.tucai.portrait.rule;

import org.tucai.portrait.Limit;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.FileFacts;

/** Width and height of the file in pixels; the report names the one that is wrong. */
final class PixelSize extends Rule {
    PixelSize() {
        super("pixel-size", "width.min", "width.max", "height.min", "height.max");
    }

    @Override
    RuleResult judge(Answer answer) {
        FileFacts file = answer.find(FileFacts.class);
        if (file == null) {
            return answer.notAssessed();
        }
        Limit width = limit(answer, "width");
        Limit height = limit(answer, "height");
        if (!width.holds(file.width())) {
            return answer.yesNo(false, (double) file.width(), text(width), "px, width");
        }
        if (!height.holds(file.height())) {
            return answer.yesNo(false, (double) file.height(), text(height), "px, height");
        }
        return answer.yesNo(true, (double) file.width(), text(width) + " x " + text(height), "px, width");
    }

    private static Limit limit(Answer answer, String side) {
        return new Limit(answer.min(side), answer.max(side));
    }

    private static String text(Limit limit) {
        String text = limit.text();
        return text == null ? "any" : text;
    }
}
