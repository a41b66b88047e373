package org.tucai.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemPageTest {
    @Test
    void headingsDoNotDependOnTheLanguageOfTheMachine() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(ProblemPage.of("# Problems\n\n## account\n")).contains("<h1>Problems</h1>", "<h2>account</h2>");
        } finally {
            Locale.setDefault(usual);
        }
    }
}
