package org.tucai.platform.problem;

/**
 * One field at fault. Whoever finds the fault does not know the client's language, and so says it in both.
 *
 * @param zh what is wrong with it, in Chinese
 * @param en the same in English
 * @param pointer RFC 6901 pointer into the body, {@code /lastFour}, {@code ?limit} of the query, or {@code {code}} of the path
 */
public record FieldError(String zh, String en, String pointer) {
    /** The same fault of a body of which what was checked is the part at that place, {@code /terms}. */
    FieldError below(String place) {
        return new FieldError(zh, en, place + pointer);
    }
}
