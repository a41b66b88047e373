package org.tucai.notification;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One field of a subscribe message (订阅消息) and where its value comes from.
 *
 * @param kind determines the limits of the value
 * @param index number of the field in the template, from 1
 * @param variable name of the message's variable, or a fixed text in single quotes
 */
record SubscribeField(Kind kind, int index, String variable) {
    private static final Pattern OTHER_THAN_SIGNS = Pattern.compile("[^\\x20-\\x7e]+");

    /** The kinds of field that our templates use, with their limits (DOMAIN §4). */
    enum Kind {
        /** Any text, at most 20 characters. */
        THING("thing", 20, Pattern.compile("[^\\r\\n]+")),
        /** At most 5 Chinese characters. */
        PHRASE("phrase", 5, Pattern.compile("\\p{IsHan}+")),
        /** Digits, letters and signs, at most 32. */
        CHARACTER_STRING("character_string", 32, Pattern.compile("[\\x21-\\x7e ]+"));

        private final String key;
        private final int longest;
        private final Pattern form;

        Kind(String key, int longest, Pattern form) {
            this.key = key;
            this.longest = longest;
            this.form = form;
        }

        /** Whether WeChat accepts the value; otherwise it answers 47003. */
        boolean takes(String value) {
            return !value.isBlank()
                    && value.codePointCount(0, value.length()) <= longest
                    && form.matcher(value).matches();
        }
    }

    SubscribeField {
        if (!isFixed(variable) && kind != Kind.THING && kind != Kind.CHARACTER_STRING) {
            throw new IllegalArgumentException("free values fit only thing and character_string");
        }
        if (isFixed(variable) && !kind.takes(fixed(variable))) {
            throw new IllegalArgumentException(kind + " does not take " + variable);
        }
    }

    /** The name in the template, such as {@code thing1}. */
    String key() {
        return kind.key + index;
    }

    /** The kind of the field with a key such as {@code thing1}. */
    static Kind kindOf(String key) {
        for (Kind kind : Kind.values()) {
            if (key.startsWith(kind.key)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no field " + key);
    }

    /** The value, cut to the kind's limit. */
    String value(Map<String, MessageValue> values) {
        if (isFixed(variable)) {
            return fixed(variable);
        }
        String text = Objects.requireNonNull(values.get(variable), variable).text();
        String fitting =
                kind == Kind.CHARACTER_STRING ? OTHER_THAN_SIGNS.matcher(text).replaceAll("") : text;
        return fitting.isBlank() ? "-" : MessageValue.shorten(fitting, kind.longest);
    }

    boolean isFixed() {
        return isFixed(variable);
    }

    private static boolean isFixed(String variable) {
        return variable.startsWith("'");
    }

    private static String fixed(String variable) {
        return variable.substring(1, variable.length() - 1);
    }
}
