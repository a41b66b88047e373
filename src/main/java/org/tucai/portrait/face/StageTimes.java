package org.tucai.portrait.face;

import java.util.Map;

/**
 * How long each stage took.
 *
 * @param micros by stage name, microseconds
 */
public record StageTimes(Map<String, Long> micros) {
    public StageTimes {
        micros = Map.copyOf(micros);
    }
}
