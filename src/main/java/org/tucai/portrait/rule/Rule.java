package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** One rule of the standard: a pure function of the facts and the profile. */
abstract class Rule {
    private final String id;
    private final Set<String> limits;

    /** @param limits that it reads: what follows {@code rule.<id>.} in the keys of a profile */
    Rule(String id, String... limits) {
        this.id = id;
        this.limits = Set.of(limits);
    }

    /** The rule's id, as profiles, reports and label files name it. */
    final String id() {
        return id;
    }

    final Set<String> limits() {
        return limits;
    }

    /** Judges a picture by its facts; called only for rules that the profile asks for. */
    final RuleResult judge(Facts facts, Profile profile) {
        return judge(new Answer(id, facts, profile));
    }

    abstract RuleResult judge(Answer answer);
}
