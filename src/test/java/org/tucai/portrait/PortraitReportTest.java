package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitReportTest {
    private final Profile profile = Profiles.load(Profiles.DEFAULT);

    @Test
    void failsWhenAHardRuleIsBroken() {
        assertThat(verdict(result(Outcome.PASS, Severity.HARD), result(Outcome.FAIL, Severity.HARD)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void asksForALookWhenASoftRuleIsBrokenOrSomethingIsNotAssessed() {
        assertThat(verdict(result(Outcome.FAIL, Severity.SOFT))).isEqualTo(Verdict.REVIEW);
        assertThat(verdict(result(Outcome.NOT_ASSESSED, Severity.HARD))).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void passesWhenEveryRuleIsMet() {
        assertThat(verdict(result(Outcome.PASS, Severity.HARD), result(Outcome.PASS, Severity.SOFT)))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void printsOneLineOfJson() {
        RuleResult result = new RuleResult(
                "eyes-open", Outcome.PASS, Severity.HARD, 0.99, 0.074, "≥ 0.03", null, new Region(0.1, 0.2, 0.5, 0.25));
        PortraitReport report = PortraitReport.of(profile, "full", List.of(result), 31_500);

        String json = ReportJson.of("a \"b\".jpg", report);

        assertThat(json)
                .isEqualTo("{\"file\":\"a \\\"b\\\".jpg\",\"verdict\":\"PASS\",\"profile\":\"graduation-2017\","
                        + "\"mode\":\"full\",\"rules\":[{\"rule\":\"eyes-open\",\"outcome\":\"PASS\","
                        + "\"score\":0.99,\"measured\":0.074,\"limit\":\"≥ 0.03\",\"unit\":null,"
                        + "\"region\":{\"x\":0.1,\"y\":0.2,\"w\":0.5,\"h\":0.25}}],\"ms\":31.5}");
    }

    private Verdict verdict(RuleResult... results) {
        return PortraitReport.of(profile, "full", List.of(results), 1).verdict();
    }

    private static RuleResult result(Outcome outcome, Severity severity) {
        return new RuleResult("sharp", outcome, severity, 0.5, null, null, null, null);
    }
}
