package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** No visible grain, grey levels. */
final class NoNoise implements Rule {
    @Override
    public String id() {
        return "no-noise";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        DetailFacts detail = facts.find(DetailFacts.class);
        if (detail == null) {
            return Answer.of(this, profile).notAssessed();
        }
        return Answer.of(this, profile).within(detail.noise(), "grey levels", 0.3);
    }
}
