package org.tucai.platform.web;

import java.util.regex.Pattern;

/**
 * What people type or paste where digits and Latin letters belong. A Chinese keyboard leaves them full-width ({@code １２３Ｘ}), fingers put
 * blanks around and between them, and a number copied from a phone's contacts comes with invisible marks of its writing direction.
 */
public final class TypedCharacters {
    /** From the full-width sign of an ASCII one to itself. */
    private static final int FULL_WIDTH = '１' - '1';

    /** Letters and a sign that are drawn as nothing: the fillers of Hangul (Unicode, Default_Ignorable_Code_Point) and the empty cell of Braille. */
    private static final String EMPTY = "\u115F\u1160\u2800\u3164\uFFA0";

    /** Hyphen, dashes and the minus sign. */
    private static final Pattern DASHES = Pattern.compile("[-\u2010-\u2015\u2212]");

    private static final Pattern CHINA_BEFORE_A_MOBILE_NUMBER = Pattern.compile("^(\\+|00)?86(?=1\\d{10}$)");

    private TypedCharacters() {}

    /** Whether there is anything to see in it; a mark, such as a variation selector, is seen only on what it belongs to. */
    public static boolean isSeen(CharSequence text) {
        return text.codePoints()
                .anyMatch(c -> !isBlankOrInvisible(c)
                        && Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.CONTROL
                        && EMPTY.indexOf(c) < 0);
    }

    /**
     * The same in ASCII, without blanks and invisible marks; whatever else was typed is left for the limits to refuse, a second line
     * among it.
     */
    public static String plain(String typed) {
        if (typed == null) {
            return typed; // a field that a body lacks: its limits refuse it by name
        }
        return typed.strip()
                .codePoints()
                .filter(c -> !isBlankOrInvisible(c) || Character.getType(c) == Character.CONTROL)
                .map(c -> c > '\uff00' && c < '\uff5f' ? c - FULL_WIDTH : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A mobile number as {@link #plain}, and without what phones fill in with it: {@code +86 138-0000-0001}. */
    public static String mobile(String typed) {
        if (typed == null) {
            return typed; // as above
        }
        String digits = DASHES.matcher(plain(typed)).replaceAll("");
        return CHINA_BEFORE_A_MOBILE_NUMBER.matcher(digits).replaceFirst("");
    }

    private static boolean isBlankOrInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
