package org.tucai.bench.labelled;

import java.util.Map;

/**
 * A portrait with known ground truth.
 *
 * @param file path below the data folder
 * @param source the collection it comes from, for example {@code london}
 * @param meets by rule id, whether the picture meets the rule; a rule is absent where nobody can tell
 */
public record LabelledPicture(String file, String source, Map<String, Boolean> meets) {
    public LabelledPicture {
        meets = Map.copyOf(meets);
    }
}
