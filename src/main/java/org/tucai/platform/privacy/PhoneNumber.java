package org.tucai.platform.privacy;

import java.util.regex.Pattern;

/**
 * A mobile number of mainland China; prints masked.
 *
 * @param value 11 digits beginning with 1
 */
public record PhoneNumber(String value) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public PhoneNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    public static boolean isOne(String text) {
        return MOBILE.matcher(text).matches();
    }

    /** {@code 138****5678}. */
    @Override
    public String toString() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }
}
