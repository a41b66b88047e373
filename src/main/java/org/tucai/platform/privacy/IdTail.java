package org.tucai.platform.privacy;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The last four characters of an ID number; prints masked.
 *
 * @param value three digits and a digit or X, upper case
 */
public record IdTail(String value) {
    private static final Pattern TAIL = Pattern.compile("\\d{3}[\\dX]");

    public IdTail {
        value = value.strip().toUpperCase(Locale.ROOT);
        if (!TAIL.matcher(value).matches()) {
            throw new IllegalArgumentException("not the last four characters of an ID number");
        }
    }

    @Override
    public String toString() {
        return "****";
    }
}
