package org.tucai.platform.id;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes the numbers by which the outside names things: a prefix of the kind and 100 random bits. */
@Singleton
public class PublicNumbers {
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    /**
     * A new number such as {@code cap_3F8Z…}: the prefix, an underscore and 20 characters of Crockford base 32.
     *
     * @param prefix 2-4 lower-case letters naming the kind
     */
    public String next(String prefix) {
        StringBuilder number =
                new StringBuilder(prefix.length() + 1 + LENGTH).append(prefix).append('_');
        for (int i = 0; i < LENGTH; i++) {
            number.append(CROCKFORD[random.nextInt(CROCKFORD.length)]);
        }
        return number.toString();
    }

    /** Digits for a code sent by SMS. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
