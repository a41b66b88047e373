package org.tucai.bench.labelled;

import org.tucai.portrait.Outcome;
import org.tucai.portrait.RuleResult;

/**
 * One judged picture and its ground truth for one rule.
 *
 * @param meets whether the picture really meets the rule
 * @param score 0..1, higher = more certainly met
 * @param passed what the rule decided at the profile's limit
 * @param assessed whether the rule decided at all
 */
public record Sample(boolean meets, double score, boolean passed, boolean assessed) {
    /** A rule's result for a picture with known ground truth. */
    public static Sample of(RuleResult result, boolean meets) {
        return new Sample(
                meets, result.score(), result.outcome() == Outcome.PASS, result.outcome() != Outcome.NOT_ASSESSED);
    }
}
