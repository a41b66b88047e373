package org.tucai.bench.labelled;

import java.util.Map;

/**
 * A portrait whose truth is known.
 *
 * @param file path below the data folder
 * @param source which collection it comes from, for example {@code london}
 * @param meets by rule id whether the picture meets the rule; a rule is absent where it cannot be told
 */
public record LabelledPicture(String file, String source, Map<String, Boolean> meets) {
    public LabelledPicture {
        meets = Map.copyOf(meets);
    }
}
