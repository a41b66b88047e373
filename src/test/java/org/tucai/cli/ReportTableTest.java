package org.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;

class ReportTableTest {

    @Test
    void mentionsASecondFaceOnceButShowsBothRules() {
        RuleResult faces = new RuleResult("one-face", Outcome.FAIL, Severity.HARD, 0, 2.0, "1", "faces", null);
        RuleResult other = new RuleResult("no-other-person", Outcome.FAIL, Severity.SOFT, 0, 1.0, "0", "faces", null);

        String table = printed(faces, other);

        assertThat(table)
                .contains("FAIL one-face", "look no-other-person")
                .containsOnlyOnce("more than one face")
                .doesNotContain("Someone else", "nobody else");
    }

    @Test
    void saysWhatIsWrongBelowABrokenRule() {
        RuleResult other = new RuleResult("no-other-person", Outcome.FAIL, Severity.SOFT, 0, 1.0, "0", "faces", null);

        assertThat(printed(other).lines()).hasSize(4);
    }

    @Test
    void writesWhatWasCountedWithoutDecimals() {
        RuleResult faces = new RuleResult("one-face", Outcome.PASS, Severity.HARD, 1, 2.0, "1", "faces", null);
        RuleResult sharp = new RuleResult("sharp", Outcome.PASS, Severity.SOFT, 1, -1.75, "-1.95", "fine detail", null);
        RuleResult noise =
                new RuleResult("no-noise", Outcome.PASS, Severity.SOFT, 1, -0.0001, "1", "grey levels", null);

        assertThat(printed(faces, sharp, noise).lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" 1.00      2      1 face"),
                        line -> assertThat(line).contains(" 1.00     -1.750  -1.95 fine detail"),
                        line -> assertThat(line).contains(" 1.00      0      1 grey levels"));
    }

    private static String printed(RuleResult... results) {
        StringWriter text = new StringWriter();
        PortraitReport report = PortraitReport.of(Profiles.load(Profiles.DEFAULT), "full", List.of(results), 1);
        new ReportTable(new PrintWriter(text, true), false, Locale.ENGLISH).print("two.jpg", report);
        return text.toString();
    }
}
