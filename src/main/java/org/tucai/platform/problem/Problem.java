package org.tucai.platform.problem;

import java.util.Locale;

/**
 * One way a request can be refused. Implemented by one enum per feature; the constant's name in kebab case is the {@code
 * code} a client switches on, the texts are what a person reads.
 */
public interface Problem {
    /** The enum constant's name. */
    String name();

    /** The HTTP status, 400..599. */
    int status();

    /** Title and detail in both languages; details may hold {@code {0}}-style arguments. */
    Text text();

    /** {@code WRONG_LAST_FOUR} becomes {@code wrong-last-four}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of a problem: short titles, details that say what to do ({@link java.text.MessageFormat} patterns). */
    record Text(String titleZh, String titleEn, String detailZh, String detailEn) {
        /** The texts in the order title, detail, Chinese before English. */
        public static Text of(String titleZh, String detailZh, String titleEn, String detailEn) {
            return new Text(titleZh, titleEn, detailZh, detailEn);
        }
    }
}
