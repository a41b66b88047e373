package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** No visible grain, grey levels. */
final class NoNoise extends Rule {
    NoNoise() {
        super("no-noise", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).measured(DetailFacts.class, DetailFacts::noise, "grey levels", 0.3);
    }
}
