package org.tucai.portrait.face;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What trained classifiers say.
 *
 * @param meets certainty 0..1 by what it is of: that the rule with this id is met, or that a part of the face is seen
 *     ({@link #MOUTH_SEEN}, {@link #EYES_SEEN})
 */
public record Learned(Map<String, Double> meets) {
    /** That nothing hides the mouth. */
    public static final String MOUTH_SEEN = "mouth-seen";

    /** That nothing hides an eye. */
    public static final String EYES_SEEN = "eyes-seen";

    /** From this certainty on a part of the face counts as seen. */
    public static final double SEEN = 0.5;

    public Learned {
        meets = Map.copyOf(meets);
    }

    /** A certainty by its key in {@link #meets}, or null when no classifier said anything about it. */
    public static @Nullable Double find(Facts facts, String key) {
        Learned learned = facts.find(Learned.class);
        return learned == null ? null : learned.meets().get(key);
    }
}
