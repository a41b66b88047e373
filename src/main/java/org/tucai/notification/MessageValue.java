package org.tucai.notification;

import java.util.regex.Pattern;

/**
 * The value of one variable of a message, as carriers accept it (DOMAIN §4).
 *
 * @param text 1-35 characters on one line, no link, no 【】
 */
record MessageValue(String text) {
    static final int LONGEST = 35;
    /** In the app, where no carrier sets a limit: room for the longest note that a person can write. */
    private static final int LONGEST_SHOWN = 500;

    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]*://\\S*|www\\.\\S+|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|cn|net|org|top|xyz|vip|cc|io|info|link|shop|site|ltd|me|tv)\\b\\S*)");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final String NOTHING = "-";

    MessageValue {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a variable has 1 to 35 characters");
        }
        if (LINK.matcher(text).find() || text.indexOf('【') >= 0 || text.indexOf('】') >= 0) {
            throw new IllegalArgumentException("no links and no 【】 in a variable");
        }
    }

    /** The value as the app shows it: on one line, at most {@value #LONGEST_SHOWN} characters, never blank. */
    static String line(String raw) {
        String line = BLANKS.matcher(raw).replaceAll(" ").strip();
        return line.isEmpty() ? NOTHING : shorten(line, LONGEST_SHOWN);
    }

    /**
     * The nearest value a carrier accepts: a person's note or a school's long name must not keep a message from arriving. Removes links
     * and 【】, collapses white space to single blanks, and ends a value that is too long in {@code …}.
     */
    static MessageValue fit(String raw) {
        String line = BLANKS.matcher(raw.replace("【", "").replace("】", "")).replaceAll(" ");
        String clean = LINK.matcher(line).replaceAll(" ").strip();
        String fitting = clean.isEmpty() ? NOTHING : shorten(clean, LONGEST);
        return new MessageValue(LINK.matcher(fitting).replaceAll("…")); // the cut may create a link: office.community
    }

    /** At most {@code longest} UTF-16 units, the last one {@code …} if the text was cut; never splits a surrogate pair. */
    static String shorten(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int cut = longest - 1;
        if (Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(0, cut) + "…";
    }
}
