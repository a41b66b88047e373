package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** No necklace. */
final class NoNecklace implements Rule {
    @Override
    public String id() {
        return "no-necklace";
    }

    @Override
    public Set<String> limits() {
        return Set.of("certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).at(HeadPlace.NECK).learned();
    }
}
