package org.tucai.portrait.rule;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tucai.portrait.Limit;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.Roi;

/** What a rule reads of a picture and of a profile, and its result: a measured value or a certainty, compared with the profile's limits. */
final class Answer {
    /** What a classifier's number is: 0 = surely broken, 1 = surely met. */
    static final String CERTAINTY = "certainty";

    private final String rule;
    private final Facts facts;
    private final Profile profile;
    private @Nullable Region region;

    Answer(String rule, Facts facts, Profile profile) {
        this.rule = rule;
        this.facts = facts;
        this.profile = profile;
    }

    /** A fact about the picture, or null when it could not be found out. */
    <F extends Record> @Nullable F find(Class<F> type) {
        return facts.find(type);
    }

    /** What this rule's classifier says, 0..1, or null when there is none. */
    @Nullable
    Double certainty() {
        return certainty(rule);
    }

    /** What a classifier says, by its key in {@link Learned#meets}. */
    @Nullable
    Double certainty(String key) {
        return Learned.find(facts, key);
    }

    Profile profile() {
        return profile;
    }

    /** The profile's {@code rule.<id>.<name>.min}. */
    @Nullable
    Double min(String name) {
        return profile.min(rule + "." + name);
    }

    /** The profile's {@code rule.<id>.<name>.max}. */
    @Nullable
    Double max(String name) {
        return profile.max(rule + "." + name);
    }

    /** Shows a place of the head, or nothing when nobody knows where the head is. */
    Answer at(HeadPlace place) {
        Roi roi = place.in(facts);
        return roi == null
                ? this
                : at(roi.cx() - roi.width() / 2, roi.cy() - roi.height() / 2, roi.width(), roi.height());
    }

    /** Shows a rectangle, pixels of the frame; nothing when it lies outside. */
    Answer at(double x, double y, double width, double height) {
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

    /** What the rule forbids or limits is not there at all. */
    RuleResult met() {
        return new RuleResult(rule, Outcome.PASS, severity(), 1, null, null, null, region);
    }

    /** Nothing shows that the rule is broken, but nothing proves that it is met. */
    RuleResult notKnownToBreak() {
        return new RuleResult(rule, Outcome.PASS, severity(), 0.5, null, null, null, region);
    }

    /** Plainly yes or no. */
    RuleResult yesNo(boolean met, @Nullable Double measured, String limit, @Nullable String unit) {
        return new RuleResult(
                rule, met ? Outcome.PASS : Outcome.FAIL, severity(), met ? 1 : 0, measured, limit, unit, region);
    }

    /**
     * A measured fact against the profile's limits of this rule; not assessed without the fact or when it is NaN.
     *
     * @param softness as in {@link #within(double, String, double)}
     */
    <F extends Record> RuleResult measured(Class<F> type, ToDoubleFunction<F> measure, String unit, double softness) {
        F fact = facts.find(type);
        return fact == null ? notAssessed() : within(measure.applyAsDouble(fact), unit, softness);
    }

    /** By this rule's classifier, or as {@link #measured} when there is none. */
    <F extends Record> RuleResult learnedOrMeasured(
            Class<F> type, ToDoubleFunction<F> measure, String unit, double softness) {
        Double certainty = certainty();
        return certainty == null ? measured(type, measure, unit, softness) : learned(certainty);
    }

    /** By this rule's classifier; not assessed when there is none. */
    RuleResult learned() {
        Double certainty = certainty();
        return certainty == null ? notAssessed() : learned(certainty);
    }

    /**
     * A measured value against the profile's limits of this rule; not assessed when it is NaN.
     *
     * @param softness how far from the limit the score has fallen to 0.27 or risen to 0.73, in the unit
     */
    RuleResult within(double measured, String unit, double softness) {
        return within(profile.min(rule), profile.max(rule), measured, unit, softness);
    }

    /** A measured value against limits of its own. */
    RuleResult within(@Nullable Double min, @Nullable Double max, double measured, String unit, double softness) {
        if (Double.isNaN(measured)) {
            return notAssessed();
        }
        double below = min == null ? Double.MAX_VALUE : measured - min;
        double above = max == null ? Double.MAX_VALUE : max - measured;
        double margin = Math.min(below, above);
        double score = 1 / (1 + Math.exp(-margin / softness));
        Outcome outcome = margin >= 0 ? Outcome.PASS : Outcome.FAIL;
        return new RuleResult(rule, outcome, severity(), score, measured, new Limit(min, max).text(), unit, region);
    }

    /** Against a classifier's certainty 0..1; the limit is the profile's {@code rule.<id>.certainty.min}, else one half. */
    RuleResult learned(double certainty) {
        Double min = min("certainty");
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
