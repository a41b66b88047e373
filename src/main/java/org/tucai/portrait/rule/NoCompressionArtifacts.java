package org.tucai.portrait.rule;

import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.DetailFacts;

/** No visible blocks from strong compression. */
final class NoCompressionArtifacts extends Rule {
    NoCompressionArtifacts() {
        super("no-compression-artifacts", "min", "max");
    }

    @Override
    RuleResult judge(Answer answer) {
        return answer.measured(DetailFacts.class, DetailFacts::blocks, "grey levels", 0.1);
    }
}
