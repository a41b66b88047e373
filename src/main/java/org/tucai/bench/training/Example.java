package org.tucai.bench.training;

import java.util.Map;

/**
 * One training row.
 *
 * @param file the picture it comes from: its fold is the row's fold
 * @param kind {@link #ORIGINAL}, or how the picture was changed
 * @param row a {@link org.tucai.portrait.classifier.TraitVector}
 * @param meets by rule id, whether the picture meets the rule
 */
@SuppressWarnings("ArrayRecordComponent")
record Example(String file, String kind, float[] row, Map<String, Boolean> meets) {
    static final String ORIGINAL = "original";

    Example {
        meets = Map.copyOf(meets);
    }

    boolean original() {
        return ORIGINAL.equals(kind);
    }
}
