package org.tucai.portrait.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Evenness;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FileFacts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HairFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.LensFacts;
import org.tucai.portrait.face.LightFacts;
import org.tucai.portrait.face.MouthFacts;
import org.tucai.portrait.face.OriginFacts;
import org.tucai.portrait.face.Pose;

/** Rules that weigh several measurements together. */
class MeasuredRulesTest {
    private static final LightFacts EVEN = new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, 45, 20);

    private final Profile profile = Profiles.load("graduation-2017");

    /** Brown, red and blond lie between 15 and 95 degrees; any other hue counts double. No colour is judged from a few hairs. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 20, 60, PASS, 20",
        "0.3, 31, 60, FAIL, 31",
        "0.3, 20, 10, FAIL, 40",
        "0.3, 20, 100, FAIL, 40",
        "0.3, 14, -80, PASS, 28",
        "0.08, 40, 60, FAIL, 40",
        "0.07, 40, 60, NOT_ASSESSED,"
    })
    void recognisesDyedHairByItsChromaAndHue(
            double area, double chroma, double hue, Outcome outcome, @Nullable Double measured) {
        RuleResult hair = judge(new NaturalHairColour(), new HairFacts(area, 0, 0, 0.5, 0.5, 0.9, 30, chroma, hue));

        assertThat(hair.outcome()).isEqualTo(outcome);
        assertThat(hair.measured()).isEqualTo(measured);
    }

    /** A flat picture needs more of its finest detail, since blur may be what made it flat. */
    @ParameterizedTest
    @CsvSource({"-1.94, 0.5, PASS", "-1.96, 0.5, FAIL", "-1.6, 0.66, PASS", "-1.6, 0.67, FAIL"})
    void distinguishesABlurredPictureFromOneWithoutDetail(double fine, double blur, Outcome outcome) {
        assertThat(judge(new Sharp(), new DetailFacts(blur, fine, 0, 0.5, 0, 1)).outcome())
                .isEqualTo(outcome);
    }

    /** At right angles to the direction of camera shake a picture stays sharp. */
    @ParameterizedTest
    @CsvSource({"-1.24, PASS", "-1.26, FAIL"})
    void recognisesAShakenPictureByItsWorstDirection(double shake, Outcome outcome) {
        assertThat(judge(new Sharp(), new DetailFacts(0.5, -1, shake, 0.5, 0, 1))
                        .outcome())
                .isEqualTo(outcome);
    }

    /** The eyes of a slightly turned head appear to look aside. */
    @ParameterizedTest
    @CsvSource({"0.03, 0, PASS", "0.05, 0, FAIL", "0.05, 5, PASS", "0.05, -5, FAIL", "-0.05, -5, PASS"})
    void subtractsTheTurnOfTheHeadFromTheGaze(double across, double yaw, Outcome outcome) {
        assertThat(judge(new GazeForward(), new EyeFacts(0.07, 0.07, across, 0, 0), new Pose(yaw, 0, 0))
                        .outcome())
                .isEqualTo(outcome);
    }

    /** A wide mouth alone is not a smile, and a smiling one need not be wide. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.02, PASS", "0.5, 0.04, FAIL", "0.57, -0.01, PASS"})
    void recognisesASmileByTheWidthAndCornersOfTheMouth(double width, double lift, Outcome outcome) {
        assertThat(judge(new NeutralExpression(), new MouthFacts(0.01, width, lift))
                        .outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"92, 8, 84, PASS", "70, 30, 40, FAIL"})
    void measuresContrastFromTheDarkToTheBrightParts(double brightest, double darkest, double range, Outcome outcome) {
        RuleResult contrast = judge(
                new Contrast(), new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, brightest, darkest, 70, 45, 20));

        assertThat(contrast.measured()).isEqualTo(range);
        assertThat(contrast.outcome()).isEqualTo(outcome);
    }

    /** Skin may be as light as 92, and the lightest part of a face as dark as 34; L*. */
    @ParameterizedTest
    @CsvSource({"92, 70, PASS, ≥ 66", "92.1, 70, FAIL, ≤ 92", "60, 34, PASS, ≥ 66", "60, 33.9, FAIL, ≥ 34"})
    void judgesExposureByTheSkinAndTheLightestPartsOfTheFace(
            double lightness, double faceBrightest, Outcome outcome, String limit) {
        RuleResult exposure = judge(
                new Exposure(), new LightFacts(0.1, 0.3, 2, 0.3, lightness, 35, 0, 0, 0, 92, 8, faceBrightest, 45, 20));

        assertThat(exposure.outcome()).isEqualTo(outcome);
        assertThat(exposure.limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"2.9, FAIL, ≥ 3", "3, PASS, 14..80", "38, PASS, 14..80", "38.1, FAIL, ≤ 38"})
    void judgesTheColourOfSkinByItsStrength(double chroma, Outcome outcome, String limit) {
        RuleResult colour =
                judge(new NaturalColour(), new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, 45, chroma));

        assertThat(colour.outcome()).isEqualTo(outcome);
        assertThat(colour.limit()).isEqualTo(limit);
    }

    /** Of a wall that is uneven in lightness and in colour, lightness is named: it is what people see first. */
    @ParameterizedTest
    @CsvSource({
        "1, 32, 1, PASS, L*",
        "1, 32.1, 1, FAIL, L* of shading",
        "3, 3, 8, FAIL, L*",
        "1, 3, 8, FAIL, a*b* of colours"
    })
    void namesWhatIsUnevenInAWall(double texture, double shading, double colours, Outcome outcome, String unit) {
        Evenness wall = new Evenness(texture, shading, colours);

        RuleResult plain = judge(new PlainBackground(), new BackgroundFacts(0.4, 75, -6, -38, wall, wall, 1, 0, 0));

        assertThat(plain.outcome()).isEqualTo(outcome);
        assertThat(plain.unit()).isEqualTo(unit);
    }

    /** Skin in flat light shows less texture without being smoothed. */
    @ParameterizedTest
    @CsvSource({"0.6, 35, PASS", "0.6, 36, FAIL", "0.75, 44, PASS"})
    void measuresTheTextureOfSkinAgainstTheRangeOfLight(double texture, double range, Outcome outcome) {
        assertThat(judge(
                                new NotRetouched(),
                                new DetailFacts(0, 0, 0, 0, 0, texture),
                                new LightFacts(0.1, 0.3, 2, 0.3, 60, range, 0, 0, 0, 92, 8, 70, 45, 20))
                        .outcome())
                .isEqualTo(outcome);
    }

    /** Two hundredths of a face may be clipped; each further hundredth takes off three L*. */
    @ParameterizedTest
    @CsvSource({"92, 0.02, 92", "92, 0.05, 83", "69, 0.03, 66"})
    void subtractsClippedSharesFromTheLightness(double brightest, double clipped, double measured) {
        RuleResult exposure =
                judge(new Exposure(), new LightFacts(0, 0, 0, 0, 60, 30, 0, 0, clipped, brightest, 8, 70, 45, 20));

        assertThat(exposure.measured()).isCloseTo(measured, within(1e-9));
        assertThat(exposure.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void neverMeasuresALightnessBelowZero() {
        RuleResult exposure = judge(new Exposure(), new LightFacts(0, 0, 0, 0, 20, 30, 0, 0.4, 0, 50, 0, 40, 45, 20));

        assertThat(exposure.measured()).isZero();
        assertThat(exposure.outcome()).isEqualTo(Outcome.FAIL);
    }

    /** The mesh of this face is longer than a real face. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.01, FAIL",
        "9, 9, 0.05, FAIL",
        "-11, 0, 0.01, PASS",
        "0, 11, 0.01, PASS",
        "0, -11, 0.01, PASS",
        "0, 0, 0.07, PASS"
    })
    void callsAFaceStretchedOnlyWhereNeitherPoseNorMouthExplainsIt(
            double yaw, double pitch, double gap, Outcome outcome) {
        float[] points = new float[468 * 3];
        points[3 * 152 + 1] = 300;
        points[3 * 454] = 200;
        EyeShape eye = new EyeShape(new float[142], new float[10]);

        assertThat(judge(
                                new NotRetouched(),
                                new DetailFacts(0, 0, 0, 0, 0, 1),
                                EVEN,
                                new FaceShape(points, 1, eye, eye),
                                new Pose(yaw, pitch, 0),
                                new MouthFacts(gap, 0.45, 0))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void pointsToALineOfWritingWithAMargin() {
        RuleResult writing = judge(new NotAPhotoOfAPhoto(), new OriginFacts(1, 0, 9, 48, 64, 96, 24));

        assertThat(writing.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(writing.region()).isNotNull().satisfies(place -> {
            assertThat(place.x() * 480).isCloseTo(40, within(1e-6));
            assertThat(place.y() * 640).isCloseTo(56, within(1e-6));
            assertThat(place.width() * 480).isCloseTo(112, within(1e-6));
            assertThat(place.height() * 640).isCloseTo(40, within(1e-6));
        });
    }

    /** The classifier for glasses takes precedence over their separate network. */
    @ParameterizedTest
    @CsvSource({"0.4, -8, 0.2, FAIL", "0.4, -8, 0.9, PASS", "0.5, 9, 0.2, PASS"})
    void judgesLensesOnlyWhereGlassesAreSeen(double without, double network, double met, Outcome outcome) {
        Record[] facts = {
            new GlassesFacts(network),
            new Learned(Map.of("no-glasses", without, "no-lens-glare", met, "clear-lenses", met, "frame-off-eyes", met))
        };

        assertThat(List.of(new NoLensGlare(), new ClearLenses(), new FrameOffEyes()))
                .allSatisfy(rule -> assertThat(judge(rule, facts).outcome()).isEqualTo(outcome));
        assertThat(judge(new NoGlasses(), facts).outcome()).isEqualTo(without < 0.5 ? Outcome.FAIL : Outcome.PASS);
    }

    @Test
    void measuresLensesWhereNoClassifierJudgesThem() {
        Record[] glaring = {new GlassesFacts(9), new LensFacts(0, 2, 0.2, 0)};

        assertThat(judge(new NoLensGlare(), glaring).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(judge(new ClearLenses(), glaring).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(new FrameOffEyes(), glaring).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        assertThat(judge(new NoGlasses(), glaring).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void isUndecidedAboutMirroringOfAFileWithoutTheMark() {
        RuleResult unmarked = judge(new NotMirrored(), file(false));
        RuleResult marked = judge(new NotMirrored(), file(true));

        assertThat(unmarked.outcome()).isEqualTo(Outcome.PASS);
        assertThat(unmarked.score()).isEqualTo(0.5);
        assertThat(marked.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(marked.score()).isZero();
    }

    private static FileFacts file(boolean mirrored) {
        return new FileFacts("JPEG", 35_000, 480, 640, 3, 300, 85, mirrored);
    }

    private RuleResult judge(Rule rule, Record... facts) {
        Facts head =
                Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62));
        return rule.judge(head.with(facts), profile);
    }
}
