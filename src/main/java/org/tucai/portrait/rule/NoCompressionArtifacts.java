package org.tucai.portrait.rule;

import org.tucai.portrait.Profile;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Facts;

/** No visible blocks from strong compression. */
final class NoCompressionArtifacts implements Rule {
    @Override
    public String id() {
        return "no-compression-artifacts";
    }

    @Override
    public RuleResult judge(Facts facts, Profile profile) {
        return Answer.of(this, facts, profile).measured(DetailFacts.class, DetailFacts::blocks, "grey levels", 0.1);
    }
}
