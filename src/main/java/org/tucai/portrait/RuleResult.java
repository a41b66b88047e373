package org.tucai.portrait;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One rule's answer.
 *
 * @param rule the rule's id, for example {@code crown-position}
 * @param score 0..1: 1 = surely met, 0.5 = on the limit; 0.5 when not assessed
 * @param measured what was measured, in {@code unit}
 * @param limit the profile's limit as text, for example {@code 50..110}
 * @param region where in the judged picture
 */
public record RuleResult(
        String rule,
        Outcome outcome,
        Severity severity,
        double score,
        @Nullable Double measured,
        @Nullable String limit,
        @Nullable String unit,
        @Nullable Region region) {

    RuleResult moved(UnaryOperator<Region> places) {
        return region == null
                ? this
                : new RuleResult(rule, outcome, severity, score, measured, limit, unit, places.apply(region));
    }

    /** In which way the rule is broken. */
    public Way way() {
        return new Way(unit, measured, limit);
    }
}
