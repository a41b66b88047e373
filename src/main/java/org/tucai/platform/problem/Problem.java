package org.tucai.platform.problem;

import java.util.Locale;

/**
 * One way a request can be refused. Implemented by one enum per feature; the constant's name in kebab case is the {@code
 * code} a client switches on, the texts are what a person reads.
 */
public interface Problem {
    /** The enum constant's name. */
    String name();

    /** What a client receives. */
    Answer answer();

    /** {@code WRONG_LAST_FOUR} becomes {@code wrong-last-four}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default int status() {
        return answer().status();
    }

    /**
     * The status and the words of a problem: short titles, and details that say what to do ({@link java.text.MessageFormat} patterns).
     *
     * @param status of HTTP, 400..599
     */
    record Answer(int status, String titleZh, String detailZh, String titleEn, String detailEn) {}
}
