package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** No visible blocks from strong compression. */
final class NoCompressionArtifacts extends Rule {
    NoCompressionArtifacts() {
        super("no-compression-artifacts", "min", "max");
    }

    @Override
    RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).measured(DetailFacts.class, DetailFacts::blocks, "grey levels", 0.1);
    }
}
