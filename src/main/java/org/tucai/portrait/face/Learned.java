package org.tucai.portrait.face;

import java.util.Map;

/**
 * What trained classifiers say.
 *
 * @param meets by rule id, how surely the rule is met, 0..1
 */
public record Learned(Map<String, Double> meets) {
    public Learned {
        meets = Map.copyOf(meets);
    }
}
