package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** One rule of the standard: a pure function of the facts and the profile. */
public interface Rule {

    /** The rule's id: the API and the bench's column. */
    String id();

    /** The limits that it reads, as they stand in a profile behind {@code rule.<id>.}. */
    default Set<String> limits() {
        return Set.of("min", "max");
    }

    /** The rule's answer; only asked when the profile asks for the rule. */
    RuleResult judge(Facts facts, Profile profile);
}
