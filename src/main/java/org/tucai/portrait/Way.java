package org.tucai.portrait;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which way a rule is broken, where there are several: its result names it by the unit, or by the side of the limit on which the
 * measured value lies.
 *
 * @param measured in {@code unit}
 * @param limit as {@link Limit} writes it
 */
public record Way(
        @Nullable String unit,
        @Nullable Double measured,
        @Nullable String limit) {

    /** As it stands in the names of texts, the most exact first: the unit and the side, the unit, the side. */
    List<String> names() {
        String unitName = unitName();
        String side = side();
        return Stream.of(unitName + "." + side, unitName, side)
                .filter(name -> !name.isEmpty() && !name.startsWith(".") && !name.endsWith("."))
                .toList();
    }

    /** Without what stands in brackets: further numbers, no further way. */
    private String unitName() {
        return unit == null
                ? ""
                : unit.replaceAll(" \\(.*", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private String side() {
        Limit allowed = Limit.read(limit);
        return allowed == null || measured == null ? "" : allowed.isMissedBelow(measured) ? "below" : "above";
    }
}
