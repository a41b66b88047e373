package org.tucai.portrait;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A photo standard as data: which rules count and how much, their limits, the finished picture's shape, the colours
 * allowed behind the head. Read from a properties file (see {@code portrait/profile/*.properties}); changing a limit
 * needs no code. Every report names the profile and its version.
 */
public final class Profile {
    private final Map<String, String> values;

    private Profile(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException when a needed value is missing or no number
     */
    public static Profile read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> values = new TreeMap<>();
        properties.forEach(
                (key, value) -> values.put(key.toString(), value.toString().trim()));
        Profile profile = new Profile(values);
        profile.check();
        return profile;
    }

    private void check() {
        text("id");
        number("version");
        shape();
        for (String key : values.keySet()) {
            if (key.startsWith("rule.") && key.indexOf('.', 5) < 0) {
                severity(key.substring(5));
            } else if (key.startsWith("rule.")) {
                number(key);
            }
        }
        backgrounds();
    }

    public String id() {
        return text("id");
    }

    public int version() {
        return (int) number("version");
    }

    /** The shape of the finished picture. */
    public PictureShape shape() {
        return new PictureShape(
                (int) number("picture.width"),
                (int) number("picture.height"),
                (int) number("picture.dpi"),
                number("crop.eye-distance"),
                number("crop.eye-line"),
                number("crop.rotation.max"),
                (int) number("file.min-bytes"),
                (int) number("file.max-bytes"),
                (int) number("file.min-quality"));
    }

    /** Whether the rule counts in this profile. */
    public boolean asks(String rule) {
        return severity(rule) != null;
    }

    /** What breaking the rule means, or null when the profile does not ask for it. */
    public @Nullable Severity severity(String rule) {
        String value = values.getOrDefault("rule." + rule, "off");
        return switch (value) {
            case "hard" -> Severity.HARD;
            case "soft" -> Severity.SOFT;
            case "off" -> null;
            default -> throw new IllegalArgumentException("rule." + rule + ": hard, soft or off, not " + value);
        };
    }

    /** The least value allowed, for a rule ({@code eye-position}) or a part of it ({@code head-straight.yaw}). */
    public @Nullable Double min(String rule) {
        return optional("rule." + rule + ".min");
    }

    /** The greatest value allowed. */
    public @Nullable Double max(String rule) {
        return optional("rule." + rule + ".max");
    }

    /** Colours allowed behind the head, each as red, green, blue 0..255. */
    public List<int[]> backgrounds() {
        List<int[]> colours = new ArrayList<>();
        for (String word : text("background.colours").split("[ ,]+", -1)) {
            if (!word.isEmpty()) {
                int rgb = Integer.parseInt(word.substring(1), 16);
                colours.add(new int[] {rgb >> 16, (rgb >> 8) & 255, rgb & 255});
            }
        }
        return colours;
    }

    /** Whether the crown is the top of the hair (true) or of the skull (false). */
    public boolean crownWithHair() {
        return "hair".equals(text("crown"));
    }

    /** Whether the background may be replaced by the program; a report of such a picture says so. */
    public boolean mayReplaceBackground() {
        return Boolean.parseBoolean(text("background.replace"));
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("profile without " + key);
        }
        return value;
    }

    private double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is no number", key), e);
        }
    }

    private @Nullable Double optional(String key) {
        return values.containsKey(key) ? (Double) number(key) : null;
    }
}
