package org.tucai.platform.db;

/** Cuts texts of other systems to the length of a column. */
public final class ColumnText {
    private ColumnText() {}

    /** The text, or its beginning: no more than so many chars, and no half character at the end. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halved ? longest - 1 : longest);
    }
}
