package org.tucai.portrait;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tucai.portrait.rule.Rules;

/** Checks the keys and values of a profile. An unknown key is refused: it is nearly always misspelt and would silently change nothing. */
final class ProfileCheck {
    private static final String RULE = "rule.";

    private static final int LARGEST_PICTURE = 10_000;

    private static final Set<String> WORDS = Set.of("id", "crown", "background.colours");

    private static final Map<String, Range> NUMBERS = new TreeMap<>(Map.of(
            "version", Range.whole(1, Integer.MAX_VALUE),
            "picture.width", Range.whole(1, LARGEST_PICTURE),
            "picture.height", Range.whole(1, LARGEST_PICTURE),
            "picture.dpi", Range.whole(1, 65_535), // two bytes of a JPEG
            "crop.eye-distance", new Range(1, LARGEST_PICTURE, false),
            "crop.eye-line", new Range(1, LARGEST_PICTURE, false),
            "crop.rotation.max", new Range(0, 45, false),
            "file.max-bytes", Range.whole(1, Integer.MAX_VALUE),
            "file.min-quality", Range.whole(1, 98)));

    private final Map<String, String> values;
    private final Map<String, Set<String>> limitsOfRules = Rules.limits();

    ProfileCheck(Map<String, String> values) {
        this.values = values;
    }

    private record Range(double least, double most, boolean isWhole) {
        static Range whole(int least, int most) {
            return new Range(least, most, true);
        }

        boolean holds(double number) {
            return number >= least && number <= most && (!isWhole || number == Math.rint(number));
        }

        String words() {
            String from = String.format(Locale.ROOT, "%.0f", least);
            String kind = isWhole ? "a whole number" : "a number";
            return most == Integer.MAX_VALUE
                    ? kind + " of at least " + from
                    : String.format(Locale.ROOT, "%s from %s to %.0f", kind, from, most);
        }
    }

    /**
     * Refuses what is missing, out of range or unknown.
     *
     * @throws IllegalArgumentException with a message that names the key and what is allowed there
     */
    void run() {
        NUMBERS.forEach(this::checkNumber);
        for (String key : values.keySet()) {
            if (key.startsWith(RULE)) {
                checkRule(key, key.substring(RULE.length()));
            } else if (!WORDS.contains(key) && !NUMBERS.containsKey(key)) {
                Set<String> known = new TreeSet<>(WORDS);
                known.addAll(NUMBERS.keySet());
                throw wrong(key, "not known; a profile has " + names(known) + " and rule.<id>");
            }
        }
        checkEyesAreInThePicture("crop.eye-distance", "picture.width");
        checkEyesAreInThePicture("crop.eye-line", "picture.height");
    }

    private void checkNumber(String key, Range range) {
        double number = number(values, key);
        if (!range.holds(number)) {
            throw wrong(key, range.words() + ", not " + values.get(key));
        }
    }

    private void checkRule(String key, String name) {
        int dot = name.indexOf('.');
        String rule = dot < 0 ? name : name.substring(0, dot);
        Set<String> limits = limitsOfRules.get(rule);
        if (limits == null) {
            throw wrong(key, "no such rule; there are " + names(limitsOfRules.keySet()));
        }
        if (dot >= 0 && !limits.contains(name.substring(dot + 1))) {
            Set<String> keys = new TreeSet<>();
            limits.forEach(limit -> keys.add(RULE + rule + "." + limit));
            throw wrong(
                    key,
                    keys.isEmpty()
                            ? "no such limit; this rule has none"
                            : "no such limit; this rule has only " + names(keys));
        }
    }

    private void checkEyesAreInThePicture(String key, String side) {
        if (number(values, key) >= number(values, side)) {
            throw wrong(key, "less than " + side + " (" + values.get(side) + "), not " + values.get(key));
        }
    }

    /**
     * A number of a profile.
     *
     * @throws IllegalArgumentException when it is missing or not a finite number
     */
    static double number(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw wrong(key, "missing");
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + ": a number, not " + text, e);
        }
        throw wrong(key, "a number, not " + text);
    }

    static IllegalArgumentException wrong(String key, String words) {
        return new IllegalArgumentException(key + ": " + words);
    }

    private static String names(Collection<String> names) {
        return String.join(", ", names);
    }
}
