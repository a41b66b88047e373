package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortraitReportTest {
    private final Profile profile = Profiles.load(Profiles.DEFAULT);

    @Test
    void failsWhenAHardRuleIsBroken() {
        assertThat(verdict(result(Outcome.PASS, Severity.HARD), result(Outcome.FAIL, Severity.HARD)))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void asksForReviewWhenASoftRuleIsBrokenOrARuleIsNotAssessed() {
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

    @Test
    void writesNullForAMissingMeasurementOrRegion() {
        RuleResult nowhere =
                new RuleResult("no-noise", Outcome.NOT_ASSESSED, Severity.SOFT, 0.5, Double.NaN, null, null, null);

        String json = ReportJson.of("a.jpg", PortraitReport.of(profile, "full", List.of(nowhere), 0));

        assertThat(json)
                .endsWith("\"rules\":[{\"rule\":\"no-noise\",\"outcome\":\"NOT_ASSESSED\",\"score\":0.5,"
                        + "\"measured\":null,\"limit\":null,\"unit\":null,\"region\":null}],\"ms\":0}");
    }

    @Test
    void roundsNumbersToFourDigitsAfterThePoint() {
        RuleResult result = new RuleResult(
                "sharp",
                Outcome.PASS,
                Severity.SOFT,
                0.98765,
                0.000049,
                null,
                null,
                new Region(0, 0, 1 / 3.0, 0.12345));

        String json = ReportJson.of("a.jpg", PortraitReport.of(profile, "full", List.of(result), 31_500_049));

        assertThat(json)
                .contains("\"score\":0.9877,\"measured\":0,")
                .contains("\"w\":0.3333,\"h\":0.1235}")
                .endsWith("\"ms\":31500.049}");
    }

    @Test
    void printsAnUnreadableFileInTheSameShape() {
        assertThat(ReportJson.unreadable("a.txt", "graduation-2017", "reduced", "NOT_A_PICTURE"))
                .isEqualTo("{\"file\":\"a.txt\",\"verdict\":\"UNREADABLE\",\"profile\":\"graduation-2017\","
                        + "\"mode\":\"reduced\",\"rules\":[],\"ms\":0,\"reason\":\"NOT_A_PICTURE\"}");
    }

    @Test
    void listsHardFailuresFirstAndUnjudgedRulesSeparately() {
        RuleResult soft = result("sharp", Outcome.FAIL, Severity.SOFT);
        RuleResult hard = result("one-face", Outcome.FAIL, Severity.HARD);
        RuleResult met = result("contrast", Outcome.PASS, Severity.SOFT);
        RuleResult open = result("dpi", Outcome.NOT_ASSESSED, Severity.SOFT);

        PortraitReport report = PortraitReport.of(profile, "full", List.of(soft, hard, met, open), 1);

        assertThat(report.complaints()).containsExactly(hard, soft);
        assertThat(report.open()).containsExactly("dpi");
    }

    @Test
    void listsACauseBeforeItsConsequences() {
        assertThat(complaints("gaze-forward", "clear-lenses", "no-headwear"))
                .containsExactly("clear-lenses", "gaze-forward", "no-headwear");
        assertThat(complaints("head-straight", "background-colour", "even-lighting", "exposure"))
                .containsExactly("head-straight", "exposure", "background-colour", "even-lighting");
        assertThat(complaints("gaze-forward", "no-earrings", "ears-visible", "no-background-shadow", "exposure"))
                .containsExactly("gaze-forward", "exposure", "no-earrings", "ears-visible", "no-background-shadow");
        assertThat(complaints("no-earrings", "brows-visible", "not-a-photo-of-a-photo"))
                .containsExactly("not-a-photo-of-a-photo", "no-earrings", "brows-visible");
        assertThat(complaints("no-earrings", "eyes-unobstructed", "no-compression-artifacts"))
                .containsExactly("no-compression-artifacts", "no-earrings", "eyes-unobstructed");
        assertThat(complaints("no-earrings", "ears-visible", "no-background-shadow", "sharp"))
                .containsExactly("no-earrings", "sharp", "ears-visible", "no-background-shadow");
        assertThat(complaints("mouth-closed", "no-headwear", "exposure"))
                .containsExactly("mouth-closed", "no-headwear", "exposure");
    }

    @Test
    void listsASoftCauseBeforeTheHardFailureItExplains() {
        RuleResult crown = result("crown-position", Outcome.FAIL, Severity.HARD);
        RuleResult eyes = result("eyes-open", Outcome.FAIL, Severity.HARD);
        RuleResult gaze = result("gaze-forward", Outcome.FAIL, Severity.HARD);
        RuleResult glare = result("no-lens-glare", Outcome.FAIL, Severity.SOFT);
        RuleResult frame = result("frame-off-eyes", Outcome.FAIL, Severity.SOFT);
        RuleResult lenses = result("clear-lenses", Outcome.FAIL, Severity.SOFT);
        RuleResult hat = result("no-headwear", Outcome.FAIL, Severity.SOFT);
        RuleResult hand = result("eyes-unobstructed", Outcome.FAIL, Severity.SOFT);

        assertThat(told(crown, hat)).containsExactly(hat, crown);
        assertThat(told(crown, eyes, glare)).containsExactly(crown, glare, eyes);
        assertThat(told(eyes, frame)).containsExactly(frame, eyes);
        assertThat(told(eyes, lenses, hand)).containsExactly(lenses, hand, eyes);
        assertThat(told(gaze, lenses)).containsExactly(lenses, gaze);
    }

    @Test
    void listsAHardFailureBeforeCausesThatDoNotExplainIt() {
        RuleResult width = result("face-width", Outcome.FAIL, Severity.HARD);
        RuleResult hat = result("no-headwear", Outcome.FAIL, Severity.SOFT);
        RuleResult hair = result("natural-hair-colour", Outcome.FAIL, Severity.SOFT);
        RuleResult dark = result("exposure", Outcome.FAIL, Severity.SOFT);

        assertThat(told(width, hat)).containsExactly(width, hat);
        assertThat(told(width, hair, dark)).containsExactly(width, dark, hair);
    }

    @Test
    void mentionsASecondFaceOnlyOnce() {
        RuleResult faces = new RuleResult("one-face", Outcome.FAIL, Severity.HARD, 0, 2.0, "1", "faces", null);
        RuleResult lying =
                new RuleResult("one-face", Outcome.FAIL, Severity.HARD, 0, 90.0, "0", "degrees, on its side", null);
        RuleResult other = new RuleResult("no-other-person", Outcome.FAIL, Severity.SOFT, 0, 1.0, "0", "faces", null);

        assertThat(told(faces, other)).containsExactly(faces);
        assertThat(told(lying, other)).containsExactly(lying, other);
        assertThat(told(other)).containsExactly(other);
        assertThat(PortraitReport.of(profile, "full", List.of(faces, other), 1).rules())
                .containsExactly(faces, other);
    }

    @Test
    void mentionsBlackAndWhiteOnlyOnce() {
        RuleResult grey = new RuleResult("colour-depth", Outcome.FAIL, Severity.HARD, 0, 8.0, "24", "bit", null);
        RuleResult inks = new RuleResult("colour-depth", Outcome.FAIL, Severity.HARD, 0, 32.0, "24", "bit", null);
        RuleResult pale =
                new RuleResult("natural-colour", Outcome.FAIL, Severity.SOFT, 0, 0.4, ">= 3", "chroma, least", null);

        assertThat(told(grey, pale)).containsExactly(grey);
        assertThat(told(inks, pale)).containsExactly(inks, pale);
        assertThat(told(pale)).containsExactly(pale);
    }

    @Test
    void accusesNobodyOfSmoothingASkinThatIsBlurred() {
        RuleResult smooth =
                new RuleResult("not-retouched", Outcome.FAIL, Severity.SOFT, 0, 1.2, "≥ 1.7", "% of the range", null);
        RuleResult narrow = new RuleResult(
                "not-retouched", Outcome.FAIL, Severity.SOFT, 0, 1.6, "1.04..1.42", "length by width", null);
        RuleResult blurred = result("sharp", Outcome.FAIL, Severity.SOFT);
        RuleResult coarse = result("no-compression-artifacts", Outcome.FAIL, Severity.SOFT);

        assertThat(told(blurred, smooth)).containsExactly(blurred);
        assertThat(told(coarse, smooth)).containsExactly(coarse);
        assertThat(told(blurred, narrow)).containsExactly(blurred, narrow);
        assertThat(told(smooth)).containsExactly(smooth);
    }

    private List<RuleResult> told(RuleResult... results) {
        return PortraitReport.of(profile, "full", List.of(results), 1).complaints();
    }

    private List<String> complaints(String... broken) {
        List<RuleResult> results = Stream.of(broken)
                .map(rule -> result(rule, Outcome.FAIL, Severity.SOFT))
                .toList();
        return PortraitReport.of(profile, "full", results, 1).complaints().stream()
                .map(RuleResult::rule)
                .toList();
    }

    private Verdict verdict(RuleResult... results) {
        return PortraitReport.of(profile, "full", List.of(results), 1).verdict();
    }

    private static RuleResult result(Outcome outcome, Severity severity) {
        return result("sharp", outcome, severity);
    }

    private static RuleResult result(String rule, Outcome outcome, Severity severity) {
        return new RuleResult(rule, outcome, severity, 0.5, null, null, null, null);
    }
}
