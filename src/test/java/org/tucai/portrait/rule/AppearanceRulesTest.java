package org.tucai.portrait.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.RuleTexts;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.portrait.face.ClothesFacts;
import org.tucai.portrait.face.CoverFacts;
import org.tucai.portrait.face.DetailFacts;
import org.tucai.portrait.face.Evenness;
import org.tucai.portrait.face.EyeFacts;
import org.tucai.portrait.face.FaceBox;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.GlassesFacts;
import org.tucai.portrait.face.HairFacts;
import org.tucai.portrait.face.InsetFacts;
import org.tucai.portrait.face.Learned;
import org.tucai.portrait.face.LensFacts;
import org.tucai.portrait.face.LightFacts;
import org.tucai.portrait.face.MouthFacts;
import org.tucai.portrait.face.OriginFacts;
import org.tucai.portrait.face.Pose;
import org.tucai.portrait.face.TurnedFacts;

class AppearanceRulesTest {
    private final Profile profile = Profiles.load("graduation-2017");
    private final RuleTexts texts = RuleTexts.of(Locale.CHINESE);

    @Test
    void failsClosedEyesAndAnOpenMouth() {
        Facts closed = head().with(new EyeFacts(0.06, 0.012, 0, 0, 0), new MouthFacts(0.12, 0.45, 0));

        assertThat(new EyesOpen().judge(closed, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new MouthClosed().judge(closed, profile).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void passesOpenEyesAndClosedLips() {
        Facts open = head().with(new EyeFacts(0.07, 0.07, 0, 0, 0), new MouthFacts(0.012, 0.45, 0));

        assertThat(new EyesOpen().judge(open, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new MouthClosed().judge(open, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new NeutralExpression().judge(open, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void doesNotJudgeTheGazeOfAHeadTurnedFarAside() {
        Facts aside = head().with(new EyeFacts(0.06, 0.012, 0.2, 0, 0), new Pose(38, 0, 0));

        assertThat(new GazeForward().judge(aside, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void doesNotJudgeRedEyesOfAHeadSeenFromTheSide() {
        Facts red = head().with(new EyeFacts(0.06, 0.06, 0, 0, 0.6));

        assertThat(new NoRedEye().judge(red.with(new Pose(2, 0, 0)), profile).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(new NoRedEye().judge(red.with(new Pose(38, 0, 0)), profile).outcome())
                .isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void looksForShadowsOnlyOnANearlyPlainWall() {
        BackgroundFacts wall = background(80, 0, 0, new Evenness(3, 15, 1), 9);
        BackgroundFacts street = background(80, 0, 0, new Evenness(9, 15, 1), 9);
        BackgroundFacts window = background(80, 0, 0, new Evenness(1, 60, 1), 9);

        assertThat(shadow(wall)).isEqualTo(Outcome.FAIL);
        assertThat(shadow(street)).isEqualTo(Outcome.NOT_ASSESSED);
        assertThat(shadow(window)).isEqualTo(Outcome.NOT_ASSESSED);
    }

    private Outcome shadow(BackgroundFacts background) {
        return new NoBackgroundShadow().judge(head().with(background), profile).outcome();
    }

    @Test
    void blamesAMaskForTheHiddenMouthAndDoesNotJudgeTheSkinColour() {
        Facts masked = head().with(
                        new CoverFacts(0.4, 0.9, 3, 0),
                        new Learned(Map.of("mouth-closed", 0.99, "eyes-unobstructed", 0.1)),
                        new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, 250, 30));

        RuleResult mouth = new MouthClosed().judge(masked, profile);

        assertThat(mouth.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(mouth.region()).as("nose and mouth").isEqualTo(Region.ofPixels(120, 330, 240, 168, 480, 640));
        assertThat(texts.wrong(mouth.rule(), mouth.way())).contains("口罩");
        assertThat(Rules.judge(masked, profile))
                .filteredOn(
                        result -> Set.of("natural-colour", "eyes-unobstructed").contains(result.rule()))
                .allMatch(result -> result.outcome() == Outcome.NOT_ASSESSED);
    }

    /** What they would measure is the mask, or what is left of the face beside it. */
    @Test
    void judgesNothingThatAMaskHidesOrChanges() {
        Set<String> hidden = Set.of(
                "neutral-expression",
                "eyes-unobstructed",
                "even-lighting",
                "no-highlights",
                "natural-colour",
                "no-red-eye",
                "neck-visible",
                "not-retouched");
        Facts bare = head().with(
                        new CoverFacts(3, 0.9, 3, 0),
                        new Learned(Map.of("eyes-unobstructed", 0.9)),
                        new MouthFacts(0.012, 0.45, 0),
                        new EyeFacts(0.07, 0.07, 0, 0, 0),
                        new ClothesFacts(25, 0, 0, 1, 3, 1, 0),
                        new DetailFacts(0.5, -1, 0, 0.5, 0, 1),
                        new LightFacts(0.1, 0.3, 2, 0.3, 60, 35, 0, 0, 0, 92, 8, 70, 45, 20));
        Facts masked = bare.with(new CoverFacts(0.4, 0.9, 3, 0));

        assertThat(Rules.judge(bare, profile))
                .filteredOn(result -> hidden.contains(result.rule()))
                .hasSize(hidden.size())
                .allMatch(result -> result.outcome() == Outcome.PASS);
        assertThat(Rules.judge(masked, profile))
                .filteredOn(result -> hidden.contains(result.rule()))
                .allMatch(result -> result.outcome() == Outcome.NOT_ASSESSED);
        assertThat(Rules.judge(masked, profile))
                .filteredOn(result -> result.rule().equals("exposure"))
                .allMatch(result -> result.outcome() == Outcome.PASS);
    }

    @Test
    void blamesAHandForTheHiddenMouthEvenWhenNostrilsAreVisible() {
        Facts hand = head().with(
                        new CoverFacts(3, 0.9, 3, 0),
                        new Learned(Map.of("mouth-closed", 0.99, Learned.MOUTH_SEEN, 0.1)));

        RuleResult mouth = new MouthClosed().judge(hand, profile);

        assertThat(mouth.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(mouth.measured()).isEqualTo(0.1);
        assertThat(texts.wrong(mouth.rule(), mouth.way())).contains("遮挡");
        assertThat(Rules.judge(hand, profile))
                .filteredOn(result -> result.rule().equals("neutral-expression"))
                .allMatch(result -> result.outcome() == Outcome.NOT_ASSESSED);
    }

    @Test
    void trustsTheMouthClassifierWhereItIsTooDarkToMeasureACover() {
        Facts dark = head().with(new CoverFacts(Double.NaN, 0.9, 3, 0), new Learned(Map.of("mouth-closed", 0.9)));

        assertThat(new MouthClosed().judge(dark, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void reportsACoveredEyeOnlyWhereBothEyesShouldLookAlike() {
        Facts seen = head().with(new Learned(Map.of("eyes-unobstructed", 0.9)), new Pose(2, 0, 0));
        CoverFacts patch = new CoverFacts(3, 0.2, 40, 0.05);
        CoverFacts sideLight = new CoverFacts(3, 0.2, 40, 0.4);

        assertThat(eyes(seen.with(patch))).isEqualTo(Outcome.FAIL);
        assertThat(eyes(seen.with(sideLight))).isEqualTo(Outcome.PASS);
        assertThat(eyes(seen.with(patch, new Pose(25, 0, 0)))).isEqualTo(Outcome.PASS);
        assertThat(eyes(seen.with(patch, new GlassesFacts(9)))).isEqualTo(Outcome.PASS);
        assertThat(eyes(seen.with(new CoverFacts(3, 0.9, 3, 0.05)))).isEqualTo(Outcome.PASS);
        assertThat(eyes(seen.with(new CoverFacts(3, 0.2, 16, 0.14)))).isEqualTo(Outcome.FAIL);
        assertThat(eyes(seen.with(new CoverFacts(3, 0.2, 14, 0.14))))
                .as("alike")
                .isEqualTo(Outcome.PASS);
        assertThat(eyes(seen.with(new CoverFacts(3, 0.2, 16, 0.16))))
                .as("light from the side")
                .isEqualTo(Outcome.PASS);
        assertThat(eyes(head().with(new Learned(Map.of("eyes-unobstructed", 0.9)), patch)))
                .as("seen from nobody knows where")
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void reportsAHiddenEyeWhateverTheLight() {
        Facts hidden = head().with(
                        new CoverFacts(3, 0.9, 3, 0.4),
                        new Learned(Map.of("eyes-unobstructed", 0.9, Learned.EYES_SEEN, 0.1)));

        RuleResult eyes = new EyesUnobstructed().judge(hidden, profile);

        assertThat(eyes.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(texts.wrong(eyes.rule(), eyes.way())).contains("遮挡");
        assertThat(eyes(hidden.with(new GlassesFacts(9)))).isEqualTo(Outcome.PASS);
    }

    private Outcome eyes(Facts facts) {
        return new EyesUnobstructed().judge(facts, profile).outcome();
    }

    @Test
    void failsABacklitFaceButNotDarkSkin() {
        Facts against = head().with(new LightFacts(0.1, 0.3, 2, 0.3, 12, 15, 0, 0, 0, 99, 4, 18, 45, 12));
        Facts darkSkin = head().with(new LightFacts(0.1, 0.3, 2, 0.3, 20, 30, 0, 0, 0, 92, 8, 50, 45, 12));

        assertThat(new Exposure().judge(against, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new Exposure().judge(darkSkin, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void pointsToTheFaceOfATurnedPictureAndJudgesNothingElseOfIt() {
        FaceBox face = new FaceBox(192, 160, 144, 128, 0.9, true, 0, 0, 0, 0);
        Facts onItsSide = Facts.of(new FrameFacts(640, 480, List.of(face)), new TurnedFacts(90));

        assertThat(Rules.judge(onItsSide, profile))
                .filteredOn(result -> result.outcome() == Outcome.FAIL)
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.rule()).isEqualTo("one-face");
                    assertThat(result.severity()).isEqualTo(Severity.HARD);
                    assertThat(result.region()).isEqualTo(Region.ofPixels(192, 160, 144, 128, 640, 480));
                });
    }

    @Test
    void failsAPhotoOfAPrint() {
        OriginFacts clean = new OriginFacts(1, 0, 0, 0, 0, 0, 0);
        Facts print = head().with(clean, new InsetFacts(60, 80, 360, 480));

        assertThat(new NotAPhotoOfAPhoto().judge(head().with(clean), profile).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(new NotAPhotoOfAPhoto().judge(print, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new NotAPhotoOfAPhoto().judge(print, profile).region()).isNotNull();
    }

    @Test
    void passesTheLensRulesWhereNoGlassesAreWorn() {
        Facts without = head().with(new GlassesFacts(-8));

        assertThat(new ClearLenses().judge(without, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new NoLensGlare().judge(without, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new FrameOffEyes().judge(without, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void judgesNoLensesWhereNobodyLookedForGlasses() {
        assertThat(List.of(new NoLensGlare(), new ClearLenses(), new FrameOffEyes(), new NoGlasses()))
                .allSatisfy(rule ->
                        assertThat(rule.judge(head(), profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED));
    }

    @Test
    void failsTintedLenses() {
        Facts tinted = head().with(new GlassesFacts(9), new LensFacts(30, 22, 0, 0));

        assertThat(new ClearLenses().judge(tinted, profile).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void prefersATrainedClassifierToItsOwnMeasurement() {
        Facts bald =
                head().with(new HairFacts(0, 0, 0, 0.5, 0.5, 0, 30, 3, 40), new Learned(Map.of("no-headwear", 0.9)));

        assertThat(new NoHeadwear().judge(bald, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new NoEarrings().judge(bald, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void measuresTheBackgroundAgainstTheAllowedColours() {
        Facts blue = head().with(background(75, -6, -38, 0.6));
        Facts green = head().with(background(60, -50, 40, 0.6));
        Facts patterned = head().with(background(75, -6, -38, 9));

        assertThat(new BackgroundColour().judge(blue, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new BackgroundColour().judge(green, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new PlainBackground().judge(blue, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new PlainBackground().judge(patterned, profile).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void failsAWallOfTwoColoursThatAreAlikeInLightness() {
        Facts shaded = head().with(background(75, -6, -38, new Evenness(1, 3, 2), 0));
        Facts blueAndGrey = head().with(background(75, -6, -20, new Evenness(1, 3, 8), 0));

        assertThat(new PlainBackground().judge(shaded, profile).outcome()).isEqualTo(Outcome.PASS);
        RuleResult result = new PlainBackground().judge(blueAndGrey, profile);
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.measured()).isEqualTo(8);
        assertThat(result.limit()).isEqualTo("≤ 5");
    }

    @Test
    void failsBlueClothesBeforeABlueWall() {
        Facts blue = head().with(background(75, -6, -38, 0.6), new ClothesFacts(72, -4, -36, 1, 3, 1, 0));
        Facts dark = head().with(background(75, -6, -38, 0.6), new ClothesFacts(25, 0, 0, 1, 3, 1, 0));

        assertThat(new ClothesDifferFromBackground().judge(blue, profile).outcome())
                .isEqualTo(Outcome.FAIL);
        assertThat(new ClothesDifferFromBackground().judge(dark, profile).outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void callsDarkSkinInGoodLightNeitherDarkNorOffColour() {
        Facts dark = head().with(new LightFacts(0.1, 0.3, 2, 0.3, 24, 35, 0, 0, 0, 92, 8, 60, 45, 12));

        assertThat(new Exposure().judge(dark, profile).outcome()).isEqualTo(Outcome.PASS);
        assertThat(new NaturalColour().judge(dark, profile).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void failsADimPictureACastAndSideLight() {
        Facts dim = head().with(new LightFacts(2.4, 3, 9, 1.5, 20, 35, 0, 0, 0, 40, 2, 36, -70, 20));

        assertThat(new Exposure().judge(dim, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new Contrast().judge(dim, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new NaturalColour().judge(dim, profile).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(new EvenLighting().judge(dim, profile).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void doesNotJudgeWhatCouldNotBeMeasured() {
        Facts nothing = head().with(new ClothesFacts(50, 0, 0, 1, 1, Double.NaN, Double.NaN));

        assertThat(new ShouldersLevel().judge(nothing, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        assertThat(new NeckVisible().judge(nothing, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        assertThat(new PlainBackground().judge(nothing, profile).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }

    private static BackgroundFacts background(double l, double a, double b, double texture) {
        return background(l, a, b, new Evenness(texture, 3, 1), 0);
    }

    private static BackgroundFacts background(double l, double a, double b, Evenness wall, double shadow) {
        return new BackgroundFacts(0.4, l, a, b, wall, wall, 1, 0, shadow);
    }

    private static Facts head() {
        return Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 288, 120, 265, 495, 62.0, 62));
    }

    @Test
    void reportsABurntOutFaceByItsClippedShareAndNotByItsLightness() {
        LightFacts burnt = new LightFacts(0, 0, 0, 0, 85, 30, 0, 0, 0.3, 98, 20, 97, 45, 20);

        RuleResult exposure = new Exposure().judge(head().with(burnt), profile);

        assertThat(exposure.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(exposure.measured()).isEqualTo(0.3);
        assertThat(exposure.limit()).isEqualTo("≤ 0.1267");
        assertThat(exposure.unit()).isEqualTo("share black or white, mostly white");
    }
}
