package org.tucai.portrait.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.Learned;

/** The score of a rule: one half exactly at its limit, whatever the limit is. */
class AnswerTest {
    private final Profile profile = Profiles.load("graduation-2017");

    /** A hard rule fails only where the classifier is confident; a soft one fails below one half. */
    @ParameterizedTest
    @CsvSource({
        "eyes-open, 0.25, PASS, 0.5, ≥ 0.25",
        "eyes-open, 0.24, FAIL, 0.48, ≥ 0.25",
        "eyes-open, 0.625, PASS, 0.75, ≥ 0.25",
        "eyes-open, 1, PASS, 1, ≥ 0.25",
        "eyes-open, 0, FAIL, 0, ≥ 0.25",
        "mouth-closed, 0.5, PASS, 0.5, ≥ 0.5",
        "mouth-closed, 0.49, FAIL, 0.49, ≥ 0.5"
    })
    void comparesAClassifiersCertaintyWithTheProfilesLimit(
            String rule, double certainty, Outcome outcome, double score, String limit) {
        RuleResult result = judged(rule, Facts.of(new Learned(Map.of(rule, certainty))));

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.score()).isCloseTo(score, within(1e-9));
        assertThat(result.measured()).isEqualTo(certainty);
        assertThat(result.limit()).isEqualTo(limit);
    }

    /** A profile may ask for certainty itself, beyond which there is nothing. */
    @ParameterizedTest
    @CsvSource({"1, PASS, 0.5", "0.99, FAIL, 0.495"})
    void scoresAClassifierThatHasToBeCertain(double certainty, Outcome outcome, double score) throws IOException {
        StringWriter strict = new StringWriter();
        try (InputStream in =
                requireNonNull(AnswerTest.class.getResourceAsStream("/portrait/profile/graduation-2017.properties"))) {
            Properties own = new Properties();
            own.load(in);
            own.setProperty("rule.eyes-open.certainty.min", "1");
            own.store(strict, null);
        }
        Profile profile = Profile.read("own", new StringReader(strict.toString()));

        RuleResult result = new EyesOpen().judge(Facts.of(new Learned(Map.of("eyes-open", certainty))), profile);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.score()).isCloseTo(score, within(1e-9));
    }

    /** The eyes may lie 200 to 300 pixels below the top edge; the scale of the score is six pixels. */
    @ParameterizedTest
    @CsvSource({
        "200, PASS, 0.5",
        "206, PASS, 0.731",
        "194, FAIL, 0.269",
        "300, PASS, 0.5",
        "294, PASS, 0.731",
        "306, FAIL, 0.269"
    })
    void growsMoreCertainWithTheDistanceFromTheLimit(double eyes, Outcome outcome, double score) {
        RuleResult result = judged(
                "eye-position",
                Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, eyes, 120, 265, 495, 62.0, 62)));

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.score()).isCloseTo(score, within(0.0005));
    }

    @Test
    void isCertainWhereThereIsNoDoubt() {
        Facts photo = Facts.of(new FrameFacts(480, 640, List.of()));

        assertThat(judged("one-face", photo).score()).isZero();
    }

    private RuleResult judged(String rule, Facts facts) {
        return Rules.judge(facts, profile).stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
