package org.tucai.portrait;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything the engine says about one picture.
 *
 * @param mode {@code full} or {@code reduced}
 * @param rules one result per rule that the profile asks for, in the order of the standard
 * @param micros how long the inspection took, microseconds
 */
public record PortraitReport(
        Verdict verdict, String profile, int profileVersion, String mode, List<RuleResult> rules, long micros) {
    public PortraitReport {
        rules = List.copyOf(rules);
    }

    /** The report over these results, its verdict drawn from them. */
    public static PortraitReport of(Profile profile, String mode, List<RuleResult> rules, long micros) {
        return new PortraitReport(verdictOf(rules), profile.id(), profile.version(), mode, rules, micros);
    }

    private static Verdict verdictOf(List<RuleResult> rules) {
        boolean open = false;
        for (RuleResult result : rules) {
            if (result.outcome() == Outcome.FAIL && result.severity() == Severity.HARD) {
                return Verdict.FAIL;
            }
            open |= result.outcome() != Outcome.PASS;
        }
        return open ? Verdict.REVIEW : Verdict.PASS;
    }

    /** The same report with its regions moved, for example to the picture from which the judged one was cut. */
    PortraitReport moved(UnaryOperator<Region> places) {
        List<RuleResult> there =
                rules.stream().map(result -> result.moved(places)).toList();
        return new PortraitReport(verdict, profile, profileVersion, mode, there, micros);
    }

    /** The result of a rule, or null when the profile does not ask for it. */
    public @Nullable RuleResult rule(String id) {
        for (RuleResult result : rules) {
            if (result.rule().equals(id)) {
                return result;
            }
        }
        return null;
    }

    /** Results of broken rules in the order in which they are shown, without repetitions. */
    public List<RuleResult> complaints() {
        List<RuleResult> broken = rules.stream()
                .filter(result -> result.outcome() == Outcome.FAIL)
                .toList();
        return ComplaintOrder.of(broken, RuleResult::rule, RuleResult::way, RuleResult::severity);
    }

    /** Rules that could not be judged. */
    public List<String> open() {
        return rules.stream()
                .filter(result -> result.outcome() == Outcome.NOT_ASSESSED)
                .map(RuleResult::rule)
                .toList();
    }
}
