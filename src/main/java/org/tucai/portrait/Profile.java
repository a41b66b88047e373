package org.tucai.portrait;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.face.GeometryFacts;

/**
 * A photo standard as data: which rules count and how much, their limits, the finished picture's shape, the colours
 * allowed behind the head. Read from a properties file (see {@code portrait/profile/*.properties}); changing a limit
 * needs no code. Every report names the profile and its version.
 */
public final class Profile {
    private static final String COLOURS = "background.colours";
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final Map<String, String> values;
    private final Map<String, Double> limits = new HashMap<>();
    private final PictureShape shape;

    private Profile(Map<String, String> values) {
        this.values = values;
        for (String key : values.keySet()) {
            if (key.startsWith("rule.") && key.indexOf('.', 5) >= 0) {
                limits.put(key, number(key)); // parsed once: placing a cut asks thousands of times
            }
        }
        this.shape = readShape();
    }

    /**
     * Reads a profile.
     *
     * @param name of the file, for the message
     * @throws IllegalArgumentException when a value is missing or not allowed, when a minimum exceeds its maximum, and for an unknown key; the
     *     message names the file, the key and what is allowed
     */
    public static Profile read(String name, Reader reader) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(reader);
            Map<String, String> values = new TreeMap<>();
            properties.forEach(
                    (key, value) -> values.put(key.toString(), value.toString().trim()));
            new ProfileCheck(values).run();
            Profile profile = new Profile(values);
            profile.check();
            return profile;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private void check() {
        if (text("id").isEmpty()) {
            throw ProfileCheck.wrong("id", "a name, not nothing");
        }
        for (String key : values.keySet()) {
            if (key.startsWith("rule.") && key.indexOf('.', 5) < 0) {
                severity(key.substring(5));
            }
        }
        limits.forEach((key, limit) -> {
            Double most = key.endsWith(".min") ? limits.get(key.substring(0, key.length() - 3) + "max") : null;
            if (most != null && limit > most) {
                throw ProfileCheck.wrong(
                        key,
                        "at most " + text(key.substring(0, key.length() - 3) + "max")
                                + ", the greatest value allowed, not " + text(key));
            }
        });
        if (!List.of("hair", "skull").contains(text("crown"))) {
            throw ProfileCheck.wrong("crown", "hair or skull, not " + text("crown"));
        }
        if (backgrounds().isEmpty() && asks("background-colour")) {
            throw ProfileCheck.wrong(COLOURS, "at least one #RRGGBB, as rule.background-colour is not off");
        }
    }

    public String id() {
        return text("id");
    }

    public int version() {
        return (int) number("version");
    }

    /** The shape of the finished picture. */
    public PictureShape shape() {
        return shape;
    }

    private PictureShape readShape() {
        return new PictureShape(
                (int) number("picture.width"),
                (int) number("picture.height"),
                (int) number("picture.dpi"),
                number("crop.eye-distance"),
                number("crop.eye-line"),
                number("crop.rotation.max"),
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
            default -> throw ProfileCheck.wrong("rule." + rule, "hard, soft or off, not " + value);
        };
    }

    /** The least value allowed, for a rule ({@code eye-position}) or a part of it ({@code head-straight.yaw}). */
    public @Nullable Double min(String rule) {
        return limits.get("rule." + rule + ".min");
    }

    /** The greatest value allowed. */
    public @Nullable Double max(String rule) {
        return limits.get("rule." + rule + ".max");
    }

    /** Colours allowed behind the head, each as red, green, blue 0..255. */
    public List<int[]> backgrounds() {
        List<int[]> colours = new ArrayList<>();
        for (String word : text(COLOURS).split("[ ,]+", -1)) {
            if (!word.isEmpty()) {
                if (!COLOUR.matcher(word).matches()) {
                    throw ProfileCheck.wrong(COLOURS, "#RRGGBB, not " + word);
                }
                int rgb = Integer.parseInt(word.substring(1), 16);
                colours.add(new int[] {rgb >> 16, (rgb >> 8) & 255, rgb & 255});
            }
        }
        return colours;
    }

    /**
     * The same standard with other background colours, as a school or campaign asks for. Reports name the same profile and
     * version.
     *
     * @param colours each as red, green, blue 0..255; empty leaves the profile's own
     * @throws IllegalArgumentException when a colour has not three parts of 0..255
     */
    public Profile withBackgroundColours(List<int[]> colours) {
        if (colours.isEmpty()) {
            return this;
        }
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(COLOURS, colours.stream().map(Profile::hex).collect(Collectors.joining(" ")));
        return new Profile(changed);
    }

    private static String hex(int[] rgb) {
        if (rgb.length != 3 || Arrays.stream(rgb).anyMatch(part -> part < 0 || part > 255)) {
            throw new IllegalArgumentException("a colour is red, green, blue from 0 to 255 each");
        }
        return String.format(Locale.ROOT, "#%02X%02X%02X", rgb[0], rgb[1], rgb[2]);
    }

    /** Distance of the crown from the top edge, pixels: the top of the hair if the profile counts hair and it is known, else of the skull. */
    public double crown(GeometryFacts head) {
        Double hairTop = head.hairTop();
        return hairTop != null && "hair".equals(text("crown")) ? hairTop : head.skullTop();
    }

    private String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw ProfileCheck.wrong(key, "missing");
        }
        return value;
    }

    private double number(String key) {
        return ProfileCheck.number(values, key);
    }
}
