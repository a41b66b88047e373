package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** One rule of the standard: a pure function of the facts and the profile. */
public interface Rule {

    /** The rule's id, as profiles, reports and label files name it. */
    String id();

    /** The limits that it reads: what follows {@code rule.<id>.} in the keys of a profile. */
    default Set<String> limits() {
        return Set.of("min", "max");
    }

    /** Judges a picture by its facts; called only for rules that the profile asks for. */
    RuleResult judge(Facts facts, Profile profile);
}
