package org.tucai.portrait;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a rule is broken, where there are several: told by the unit of its result, or by the side of the limit on which the
 * measured value lies.
 *
 * @param measured in {@code unit}
 * @param limit as {@link Limit} writes it
 */
public record Way(
        @Nullable String unit,
        @Nullable Double measured,
        @Nullable String limit) {

    /** Suffixes of text keys, the most specific first: unit and side, unit, side. */
    List<String> names() {
        String unitName = unitName();
        String side = side();
        return Stream.of(unitName + "." + side, unitName, side)
                .filter(name -> !name.isEmpty() && !name.startsWith(".") && !name.endsWith("."))
                .toList();
    }

    /** The unit as a key; what stands in brackets is left out, as it adds numbers and no other way. */
    private String unitName() {
        return unit == null ? "" : key(unit.replaceAll(" \\(.*", ""));
    }

    /** The words of a unit as a key: in small letters, "-" between them; empty when there are none. */
    static String key(String unit) {
        return unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private String side() {
        Limit allowed = Limit.read(limit);
        return allowed == null || measured == null ? "" : allowed.isMissedBelow(measured) ? "below" : "above";
    }
}
