package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** No necklace. */
final class NoNecklace extends Rule {
    NoNecklace() {
        super("no-necklace", "certainty.min");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).at(HeadPlace.NECK).learned();
    }
}
