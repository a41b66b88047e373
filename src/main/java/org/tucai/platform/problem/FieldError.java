package org.tucai.platform.problem;

/**
 * One field at fault. Whoever finds the fault does not know the client's language, so it is described in both.
 *
 * @param zh what is wrong with it, in Chinese
 * @param en the same in English
 * @param pointer RFC 6901 pointer into the body, {@code /lastFour}, {@code ?limit} of the query, or {@code {code}} of the path
 */
public record FieldError(String zh, String en, String pointer) {
    /** The same fault when the checked object is the part of the body at this pointer, such as {@code /terms}. */
    FieldError below(String place) {
        return new FieldError(zh, en, place + pointer);
    }
}
