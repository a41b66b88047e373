package org.tucai.trial;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Numbers of people and schools that do not exist; in ASCII digits, whatever the locale of the machine writes. */
public final class MadeUp {
    private static final int NUMBERS = 100_000_000;

    /** The sandbox delivers no message to a phone number that ends like this (…0000). */
    private static final int UNREACHABLE_EVERY = 10_000;

    private MadeUp() {}

    /** Different phone numbers, all of which messages reach in the sandbox. */
    public static List<String> phones(int count) {
        return phones(count, ThreadLocalRandom.current().nextInt(NUMBERS));
    }

    /** @param first the last eight digits of the first */
    static List<String> phones(int count, int first) {
        return IntStream.iterate(first, n -> (n + 1) % NUMBERS)
                .filter(n -> n % UNREACHABLE_EVERY != 0)
                .limit(count)
                .mapToObj(n -> "139" + digits(8, n))
                .toList();
    }

    /** A school code of five digits. */
    public static String schoolCode() {
        return digits(5, ThreadLocalRandom.current().nextInt(10_000, 100_000));
    }

    /** The number with leading zeros. */
    public static String digits(int length, int number) {
        return String.format(Locale.ROOT, "%0" + length + "d", number);
    }
}
