package org.tucai.portrait.face;

import java.util.Map;

/**
 * What trained classifiers say.
 *
 * @param meets by rule id, how surely the rule is met, 0..1; and by what has to be seen of a face, how surely it is seen
 */
public record Learned(Map<String, Double> meets) {
    /** That nothing hides the mouth. */
    public static final String MOUTH_SEEN = "mouth-seen";

    /** That nothing hides an eye. */
    public static final String EYES_SEEN = "eyes-seen";

    public Learned {
        meets = Map.copyOf(meets);
    }
}
