package org.tucai.platform.web;

/**
 * What people type or paste where digits and Latin letters belong. A Chinese keyboard leaves them full-width ({@code １２３Ｘ}), fingers put
 * blanks around and between them, and a number copied from a phone's contacts comes with invisible marks of its writing direction.
 */
public final class TypedCharacters {
    /** From the full-width sign of an ASCII one to itself. */
    private static final int FULL_WIDTH = '１' - '1';

    private TypedCharacters() {}

    /** The same in ASCII, without blanks and invisible marks; whatever else was typed is left for the limits to refuse. */
    public static String plain(String typed) {
        if (typed == null) {
            return typed; // a field that a body lacks: its limits refuse it by name
        }
        return typed.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .map(c -> c > '\uff00' && c < '\uff5f' ? c - FULL_WIDTH : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
