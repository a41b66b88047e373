package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;

/** No earrings. */
final class NoEarrings extends Rule {
    NoEarrings() {
        super("no-earrings", "certainty.min");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).at(HeadPlace.EARS).learned();
    }
}
