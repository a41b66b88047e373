package org.tucai.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** The numbers that options take, refused in words: picocli says that {@code 'abc' is not an int}. */
final class OptionNumbers {
    private static final String WHOLE = "[+-]?[0-9]+";

    private OptionNumbers() {}

    static void registerIn(CommandLine line) {
        line.registerConverter(int.class, typed -> whole(typed, Integer::valueOf));
        line.registerConverter(Integer.class, typed -> whole(typed, Integer::valueOf));
        line.registerConverter(long.class, typed -> whole(typed, Long::valueOf));
        line.registerConverter(Long.class, typed -> whole(typed, Long::valueOf));
        line.registerConverter(double.class, typed -> number(typed, "a number", Double::valueOf));
        line.registerConverter(Double.class, typed -> number(typed, "a number", Double::valueOf));
    }

    private static <T> T whole(String typed, Function<String, T> parse) {
        return number(typed, "a whole number", parse);
    }

    private static <T> T number(String typed, String wanted, Function<String, T> parse) {
        try {
            return parse.apply(typed);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + typed + "' is " + (typed.matches(WHOLE) ? "out of range" : "not " + wanted));
        }
    }
}
