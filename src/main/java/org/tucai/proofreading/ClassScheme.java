package org.tucai.proofreading;

import org.jspecify.annotations.Nullable;
import org.tucai.capture.CaptureFacts;
import org.tucai.platform.web.Language;

/**
 * How students come into classes. Capture codes carry no class, and a school may not hand the unit lists that would say whose class is
 * whose; what a school can do is to say how many characters of its 学号 tell classes apart. Else each 层次 and 专业 is a class.
 *
 * @param prefix so many first characters of the 学号; null for 层次 and 专业
 */
public record ClassScheme(@Nullable Integer prefix) {
    /** The class of those whose code carries no 学号. */
    static final String WITHOUT_STUDENT_NO = "无学号";

    String nameOf(CaptureFacts facts) {
        String studentNo = facts.studentNo();
        if (prefix == null) {
            return facts.level() + " " + facts.major();
        }
        return studentNo == null || studentNo.isBlank()
                ? WITHOUT_STUDENT_NO
                : studentNo.substring(0, Math.min(prefix, studentNo.length()));
    }

    /** What stands before the name of a class. */
    String label(Language language) {
        return prefix == null ? language.pick("专业", "Major") : language.pick("班级", "Class");
    }
}
