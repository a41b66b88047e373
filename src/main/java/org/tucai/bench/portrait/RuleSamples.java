package org.tucai.bench.portrait;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tucai.bench.labelled.ErrorRates;
import org.tucai.bench.labelled.Sample;
import org.tucai.portrait.RuleResult;

/** Judged pictures per rule, each with the name of the group it belongs to (a source, a skin tone). */
final class RuleSamples {
    private record Grouped(String group, Sample sample) {}

    private final Map<String, List<Grouped>> byRule = new LinkedHashMap<>();

    void add(RuleResult result, boolean meets, String group) {
        byRule.computeIfAbsent(result.rule(), r -> new ArrayList<>()).add(new Grouped(group, Sample.of(result, meets)));
    }

    Set<String> rules() {
        return byRule.keySet();
    }

    ErrorRates rates(String rule, Predicate<String> group) {
        return ErrorRates.of(byRule.getOrDefault(rule, List.of()).stream()
                .filter(g -> group.test(g.group()))
                .map(Grouped::sample)
                .toList());
    }

    ErrorRates rates(String rule) {
        return rates(rule, group -> true);
    }
}
