package org.tucai.portrait.rule;

import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Limit;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;

/** How rules word their answers: a measured value against the profile's limits becomes a result with a score. */
final class Answer {
    /** What a classifier's number is: 0 = surely broken, 1 = surely met. */
    static final String CERTAINTY = "certainty";

    private final String rule;
    private final Profile profile;
    private @Nullable Region region;

    private Answer(String rule, Profile profile) {
        this.rule = rule;
        this.profile = profile;
    }

    static Answer of(Rule rule, Profile profile) {
        return new Answer(rule.id(), profile);
    }

    /** The place to show, pixels of the frame; nowhere when it lies outside. */
    Answer at(Facts facts, double x, double y, double width, double height) {
        FrameFacts frame = facts.find(FrameFacts.class);
        if (frame != null) {
            Region place = Region.ofPixels(x, y, width, height, frame.width(), frame.height());
            region = place.width() > 0 && place.height() > 0 ? place : null;
        }
        return this;
    }

    RuleResult notAssessed() {
        return new RuleResult(rule, Outcome.NOT_ASSESSED, severity(), 0.5, null, null, null, region);
    }

    /** The rule has nothing to object to, because what it forbids or limits is not there. */
    RuleResult met() {
        return new RuleResult(rule, Outcome.PASS, severity(), 1, null, null, null, region);
    }

    /** Nothing says that the rule is broken, and nothing says that it is met. */
    RuleResult notKnownToBreak() {
        return new RuleResult(rule, Outcome.PASS, severity(), 0.5, null, null, null, region);
    }

    /** Plainly yes or no. */
    RuleResult yesNo(boolean met, @Nullable Double measured, String limit, @Nullable String unit) {
        return new RuleResult(
                rule, met ? Outcome.PASS : Outcome.FAIL, severity(), met ? 1 : 0, measured, limit, unit, region);
    }

    /**
     * Against the profile's limits of this rule.
     *
     * @param softness how far from the limit the score has fallen to 0.27 or risen to 0.73, in the unit
     */
    RuleResult within(double measured, String unit, double softness) {
        return within(profile.min(rule), profile.max(rule), measured, unit, softness);
    }

    RuleResult within(@Nullable Double min, @Nullable Double max, double measured, String unit, double softness) {
        if (Double.isNaN(measured)) {
            return notAssessed();
        }
        double below = min == null ? Double.MAX_VALUE : measured - min;
        double above = max == null ? Double.MAX_VALUE : max - measured;
        double margin = Math.min(below, above);
        double score = margin == Double.MAX_VALUE ? 1 : 1 / (1 + Math.exp(-margin / softness));
        Outcome outcome = margin >= 0 ? Outcome.PASS : Outcome.FAIL;
        return new RuleResult(rule, outcome, severity(), score, measured, new Limit(min, max).text(), unit, region);
    }

    /** Against a classifier's certainty 0..1; the limit is the profile's {@code rule.<id>.certainty.min}, else one half. */
    RuleResult learned(double certainty) {
        Double min = profile.min(rule + ".certainty");
        double limit = min == null ? 0.5 : min;
        double score = certainty >= limit
                ? 0.5 + 0.5 * (certainty - limit) / Math.max(1e-9, 1 - limit)
                : 0.5 * certainty / limit;
        Outcome outcome = certainty >= limit ? Outcome.PASS : Outcome.FAIL;
        return new RuleResult(
                rule, outcome, severity(), score, certainty, new Limit(limit, null).text(), CERTAINTY, region);
    }

    private Severity severity() {
        Severity severity = profile.severity(rule);
        return severity == null ? Severity.SOFT : severity;
    }
}
