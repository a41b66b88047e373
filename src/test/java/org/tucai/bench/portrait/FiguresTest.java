package org.tucai.bench.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucai.portrait.Outcome.FAIL;
import static org.tucai.portrait.Outcome.NOT_ASSESSED;
import static org.tucai.portrait.Outcome.PASS;
import static org.tucai.portrait.Severity.HARD;
import static org.tucai.portrait.Severity.SOFT;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucai.bench.figure.JsonObject;
import org.tucai.bench.labelled.LabelledPicture;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.LightFacts;

/** The figures of docs/accuracy.md. */
class FiguresTest {
    private final JsonObject figures = new JsonObject();

    private static RuleResult result(String rule, Outcome outcome, Severity severity, double score) {
        return new RuleResult(rule, outcome, severity, score, null, null, null, null);
    }

    private static LabelledPicture picture(String source, String rule, boolean meets) {
        return new LabelledPicture(source + "/1.jpg", source, Map.of(rule, meets));
    }

    private List<String> lines(BiConsumer<PrintWriter, JsonObject> report) {
        StringWriter out = new StringWriter();
        report.accept(new PrintWriter(out, true), figures);
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    /** As many pictures as asked for, of which every {@code nth} that meets the rule fails it, and the other way round. */
    private static void judged(LabelledRun run, String rule, String source, int pictures, int nth, String tone) {
        for (int i = 0; i < pictures; i++) {
            for (boolean meets : new boolean[] {true, false}) {
                boolean passed = meets == (i % nth != 0);
                run.add(
                        picture(source, rule, meets),
                        List.of(
                                result(rule, passed ? PASS : FAIL, HARD, passed ? 0.9 : 0.1),
                                result("sharp", PASS, HARD, 1)), // without a label
                        tone);
            }
        }
    }

    @Test
    void theMeanIsThatOfTheRulesWithEnoughExamplesOnBothSides() throws IOException {
        LabelledRun run = new LabelledRun();
        judged(run, "mouth-closed", "london", 20, 5, "dark");
        judged(run, "eyes-open", "sfhq", 20, 10, "light");
        judged(run, "gaze-forward", "sfhq", 19, 1, "light");

        assertThat(lines(run::report))
                .contains(
                        "Mean EER over the 2 rules with at least 20 examples on both sides: 15.0 %, the worst 20.0 %.")
                .contains("| mouth-closed | 20 | 20 | 20.0 | 20.0 | – | 20.0 | 20.0 | 0.0 | 0.6 |")
                .contains("| gaze-forward (few) | 19 | 19 | 100.0 | – | 100.0 | 100.0 | 100.0 | 0.0 | 5.4 |")
                .contains("| eyes-open | london | 0 | 0 | – | – | – |")
                .contains("| eyes-open | sfhq | 20 | 20 | 10.0 | 10.0 | 0.0 |")
                .contains("| eyes-open | 10.0 | – | – | 20 | 0 | 0 |")
                .contains("| mouth-closed | – | – | 20.0 | 0 | 0 | 20 |")
                .noneMatch(line -> line.contains("sharp"));
        assertThat(figures.text())
                .contains("\"meanEer\":0.15000,\"worstEer\":0.20000")
                .contains("{\"rule\":\"mouth-closed\",\"meet\":20,\"break\":20,\"eer\":0.20000,\"falseAlarm\":0.20000,"
                        + "\"miss\":0.20000,\"notAssessed\":0.00000}")
                .contains("{\"source\":\"sfhq\",\"rule\":\"eyes-open\",\"meet\":20,\"break\":20,\"eer\":0.10000,")
                .contains("{\"rule\":\"eyes-open\",\"light\":0.10000,\"n light\":20,\"intermediate\":null,"
                        + "\"n intermediate\":0,\"dark\":null,\"n dark\":0}");
    }

    @Test
    void tonesAreComparedOverThePicturesThatDoNotBreakTheRule() throws IOException {
        ToneRun run = new ToneRun();
        List<RuleResult> fails = List.of(result("sharp", FAIL, SOFT, 0.1), result("contrast", PASS, SOFT, 1));
        List<RuleResult> passes = List.of(result("sharp", PASS, SOFT, 0.9), result("contrast", PASS, SOFT, 1));
        run.add(picture("london", "sharp", true), fails, 0);
        run.add(picture("london", "contrast", true), passes, 0);
        run.add(picture("london", "sharp", false), fails, 0);
        run.add(picture("london", "sharp", true), passes, 2);
        run.add(picture("london", "sharp", true), List.of(result("sharp", NOT_ASSESSED, SOFT, 0.5)), 2);
        run.add(picture("london", "one-face", true), List.of(result("no-noise", FAIL, SOFT, 0.1)), 1);
        run.add(picture("london", "one-face", true), List.of(result("exposure", FAIL, SOFT, 0.1)), 2);

        assertThat(lines(run::report))
                .contains("| sharp | 50.0 | – | 0.0 | 2 | 0 | 1 |")
                .contains("| no-noise | – | 100.0 | – | 0 | 1 | 0 |")
                .contains("| exposure | – | – | 100.0 | 0 | 0 | 1 |")
                .noneMatch(line -> line.contains("contrast"));
        assertThat(figures.text())
                .contains("{\"rule\":\"sharp\",\"failedLight\":1,\"failedIntermediate\":0,\"failedDark\":0,"
                        + "\"nLight\":2,\"nIntermediate\":0,\"nDark\":1}");
    }

    @Test
    void ofCompliantPicturesThoseAreStoppedThatAHardRuleFails() throws IOException {
        CompliantRun run = new CompliantRun();
        Stream.of(
                        List.of(result("sharp", PASS, HARD, 1)),
                        List.of(result("sharp", PASS, HARD, 1), result("contrast", FAIL, SOFT, 0.1)),
                        List.of(result("sharp", FAIL, HARD, 0), result("contrast", FAIL, SOFT, 0.1)),
                        List.of(result("sharp", FAIL, HARD, 0)),
                        List.of(result("sharp", NOT_ASSESSED, HARD, 0.5)))
                .forEach(rules ->
                        run.add("london", PortraitReport.of(Profiles.load(Profiles.DEFAULT), "full", rules, 1)));

        assertThat(lines(run::report))
                .contains("| london | 5 | 1 | 2 | 2 | 40.0 |")
                .contains("Stopped by: {london: sharp=2}");
        assertThat(figures.text())
                .contains("{\"source\":\"london\",\"pictures\":5,\"pass\":1,\"review\":2,\"stopped\":2}")
                .contains("{\"rule\":\"london: sharp\",\"pictures\":2}");
    }

    /** With this b* of 20, the lightness at which the angle is 41 degrees is 67.39, and 53.53 for 10 degrees. */
    @Test
    void skinIsLightAboveFortyOneDegreesAndDarkUpToTen() {
        assertThat(Stream.of(67.5, 67.3, 53.6, 53.4).map(FiguresTest::tone))
                .containsExactly("light", "intermediate", "intermediate", "dark");
        assertThat(SkinTone.of(Facts.of())).isEqualTo("unknown");
    }

    private static String tone(double lightness) {
        return SkinTone.of(Facts.of(new LightFacts(0, 0, 0, 0, lightness, 0, 0, 0, 0, 0, 0, 0, 30, 40)));
    }
}
