package org.tucai.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {named}} placeholders that a carrier accepts as an SMS template (DOMAIN §4): 1-500 characters even with the
 * longest values, no two placeholders side by side, no 【】 (the carrier puts the sender's name in them).
 *
 * @param text as written
 * @param variables the names of the placeholders in order of first appearance
 */
record TextTemplate(String text, List<String> variables) {
    static final int LONGEST_TEXT = 500;
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)}");
    private static final String STOPS = "。.";
    private static final Pattern ENDS_A_SENTENCE = Pattern.compile("[。．.；;，,、\\s]+$");

    TextTemplate {
        variables = List.copyOf(variables);
    }

    /** Refuses a text that a carrier would refuse. */
    static TextTemplate of(String text) {
        List<String> variables = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int fixed = text.length();
        int end = -1;
        while (place.find()) {
            if (place.start() == end) {
                throw new IllegalArgumentException("two variables side by side: " + text);
            }
            end = place.end();
            fixed -= place.group().length();
            if (!variables.contains(place.group(1))) {
                variables.add(place.group(1));
            }
            fixed += MessageValue.LONGEST;
        }
        if (text.isBlank() || fixed > LONGEST_TEXT) {
            throw new IllegalArgumentException("an SMS has 1 to 500 characters: " + text);
        }
        if (text.indexOf('【') >= 0 || text.indexOf('】') >= 0) {
            throw new IllegalArgumentException("【】 belong to the carrier: " + text);
        }
        if (PLACE.matcher(text).replaceAll("").matches(".*[{}].*")) {
            throw new IllegalArgumentException("a brace that is no place: " + text);
        }
        return new TextTemplate(text, variables);
    }

    /**
     * The text with its placeholders filled; every variable needs a value. People end what they write with a full stop: where the
     * template has one of its own, the value's is dropped.
     */
    String render(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(m -> {
            String value = Objects.requireNonNull(values.get(m.group(1)), m.group(1));
            boolean stops = m.end() < text.length() && STOPS.indexOf(text.charAt(m.end())) >= 0;
            String open = stops ? ENDS_A_SENTENCE.matcher(value).replaceFirst("") : value;
            return Matcher.quoteReplacement(open.isEmpty() ? value : open);
        });
    }
}
