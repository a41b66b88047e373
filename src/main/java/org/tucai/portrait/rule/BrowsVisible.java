package org.tucai.portrait.rule;

import java.util.Set;
import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.HairFacts;

/** Hair does not hide the brows. */
final class BrowsVisible implements Rule {
    @Override
    public String id() {
        return "brows-visible";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "certainty.min");
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile)
                .at(HeadPlace.BROWS)
                .learnedOrMeasured(HairFacts.class, HairFacts::overBrows, "share covered", 0.06);
    }
}
