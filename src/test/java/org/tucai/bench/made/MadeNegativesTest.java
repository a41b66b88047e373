package org.tucai.bench.made;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucai.portrait.rule.Rules;

class MadeNegativesTest {
    @Test
    void nameExistingRulesAndHaveUniqueNames() {
        assertThat(MadeNegatives.all())
                .allSatisfy(made -> assertThat(Rules.ids()).contains(made.rule()));
        assertThat(MadeNegatives.all()).extracting(MadeNegative::name).doesNotHaveDuplicates();
    }
}
