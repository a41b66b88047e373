package org.tucai.bench.portrait;

import java.util.Map;
import org.tucai.bench.figure.TextTable;

/**
 * The best published equal error rates per rule, in per cent, from evaluations on other data sets: a yardstick, not a comparison
 * on the same pictures.
 */
final class Published {
    private static final Map<String, Double> BEST = Map.ofEntries(
            Map.entry("sharp", 1.6),
            Map.entry("gaze-forward", 5.4),
            Map.entry("eyes-open", 0.2),
            Map.entry("plain-background", 3.7),
            Map.entry("head-straight", 4.6),
            Map.entry("no-background-shadow", 2.3),
            Map.entry("even-lighting", 3.3),
            Map.entry("no-red-eye", 1.0),
            Map.entry("clear-lenses", 0.4),
            Map.entry("no-lens-glare", 0.8),
            Map.entry("frame-off-eyes", 0.0),
            Map.entry("no-headwear", 5.7),
            Map.entry("eyes-unobstructed", 11.9),
            Map.entry("mouth-closed", 0.6),
            Map.entry("no-other-person", 1.2),
            Map.entry("no-highlights", 0.6));

    private Published() {}

    /** The best published rate; a dash when there is none. */
    static String best(String rule) {
        Double best = BEST.get(rule);
        return best == null ? "–" : TextTable.number(best, 1);
    }
}
