package org.tucai.bench.labelled;

/**
 * One judged picture and its truth for one rule.
 *
 * @param meets the truth: the picture meets the rule
 * @param score 0..1, higher = more surely met
 * @param passed what the rule decided at the profile's limit
 * @param assessed whether the rule decided at all
 */
public record Sample(boolean meets, double score, boolean passed, boolean assessed) {}
