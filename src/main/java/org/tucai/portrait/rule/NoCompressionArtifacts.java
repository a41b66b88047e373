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
        DetailFacts detail = facts.find(DetailFacts.class);
        if (detail == null) {
            return Answer.of(this, profile).notAssessed();
        }
        return Answer.of(this, profile).within(detail.blocks(), "grey levels", 0.1);
    }
}
