package org.tucai.proofreading;

import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureFacts;
import org.tucai.platform.web.Language;

/**
 * How students come into classes: by {@link CaptureFacts#classNo}, for which a school says how many characters of its 学号 tell classes
 * apart; else each 层次 and 专业 is a class.
 *
 * @param prefix so many first characters of the 学号; null for 层次 and 专业
 */
public record ClassScheme(@Nullable Integer prefix) {
    String nameOf(CaptureFacts facts) {
        return prefix == null ? facts.level() + " " + facts.major() : facts.classNo(prefix);
    }

    /** What stands before the name of a class. */
    String label(Language language) {
        return prefix == null ? language.pick("专业", "Major") : language.pick("班级", "Class");
    }
}
