package org.tucai.portrait.face;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Polygon;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Eyes, mouth, hair, clothes and what covers them, on a painted face whose true measurements are known. */
class MeasuresTest {
    private static final Color BROWN = new Color(60, 42, 30);

    @BeforeAll
    static void find() {
        assumeTrue(Files.isRegularFile(PaintedFace.MESH), "no models beside the project");
    }

    /** The eyes are 120 pixels apart and 229 above the chin. */
    @Test
    void measuresAnEyeInSharesOfItsWidthAndOfTheFace() {
        EyeFacts ahead = eyes(new PaintedFace());
        EyeFacts aside = eyes(new PaintedFace().gaze(5.6));

        assertThat(ahead.leftOpening()).isCloseTo(16 / 229.0, within(0.001));
        assertThat(ahead.rightOpening()).isCloseTo(16 / 229.0, within(0.001));
        assertThat(ahead.gazeAcross()).isCloseTo(0, within(1e-6));
        assertThat(aside.gazeAcross()).as("positive towards the right").isCloseTo(0.1, within(1e-6));
    }

    @Test
    void callsAPupilRedThatIsRedderThanTheLightOnTheSkinBelowIt() {
        PaintedFace red = new PaintedFace();
        red.paint(new Color(200, 60, 50), new Rectangle2D.Double(290, 278, 20, 20));
        PaintedFace brown = new PaintedFace();
        brown.paint(new Color(107, 85, 74), new Rectangle2D.Double(290, 278, 20, 20));

        assertThat(eyes(red).redness()).isGreaterThan(0.5);
        assertThat(eyes(brown).redness()).isCloseTo(0, within(0.02));
    }

    private static EyeFacts eyes(PaintedFace face) {
        return measured(face, EyeFacts.class);
    }

    @Test
    void measuresTheGapOfTheLipsAndHowHighTheirCornersStand() {
        MouthFacts closed = measured(new PaintedFace(), MouthFacts.class);
        PaintedFace open = new PaintedFace();
        for (int lower : new int[] {87, 14, 317, 178, 402}) {
            open.move(lower, 0, 22.9);
        }
        PaintedFace raised = new PaintedFace().move(61, 0, -22.9).move(291, 0, -22.9);

        assertThat(measured(open, MouthFacts.class).gap() - closed.gap()).isCloseTo(0.1, within(0.005));
        assertThat(measured(raised, MouthFacts.class).cornerLift() - closed.cornerLift())
                .isCloseTo(0.1, within(0.001));
        assertThat(closed.width()).isCloseTo(93.5 / 229, within(0.001));
    }

    @Test
    void measuresHairOverTheMoreCoveredBrowAndEyeAndItsColour() {
        PaintedFace face = new PaintedFace();
        face.hair(BROWN, new Rectangle2D.Double(90, 150, 128, 124));

        HairFacts hair = measured(face, HairFacts.class);

        assertThat(hair.overBrows()).isGreaterThan(0.9);
        assertThat(hair.overEyes()).isZero();
        assertThat(hair.lightness()).isCloseTo(18, within(1.5));
        assertThat(hair.chroma()).isCloseTo(12.5, within(2.0));
        assertThat(hair.hue()).isBetween(40.0, 75.0);
        assertThat(measured(new PaintedFace(), HairFacts.class).overBrows()).isZero();
    }

    @Test
    void findsTheSkinOfAnEarOnEitherSide() {
        PaintedFace bare = new PaintedFace();
        Rectangle2D leftEar = new Rectangle2D.Double(60, 270, 60, 130);
        Rectangle2D rightEar = new Rectangle2D.Double(360, 270, 60, 130);
        bare.body(PaintedFace.SKIN, leftEar).body(PaintedFace.SKIN, rightEar);
        PaintedFace covered = new PaintedFace();
        covered.body(PaintedFace.SKIN, leftEar).hair(BROWN, rightEar);

        assertThat(measured(bare, HairFacts.class).leftEar()).isGreaterThan(0.95);
        assertThat(measured(bare, HairFacts.class).rightEar()).isGreaterThan(0.95);
        assertThat(measured(covered, HairFacts.class).leftEar()).isGreaterThan(0.95);
        assertThat(measured(covered, HairFacts.class).rightEar()).isZero();
    }

    @Test
    void measuresClothesPatternAndShoulderSlope() {
        PaintedFace striped = new PaintedFace();
        for (int x = 30; x < 450; x += 12) {
            striped.paint(Color.WHITE, new Rectangle2D.Double(x, 580, 6, 60));
        }
        PaintedFace sloping = new PaintedFace();
        sloping.body(PaintedFace.CLOTHES, new Polygon(new int[] {30, 450, 30}, new int[] {500, 540, 540}, 3));

        ClothesFacts plain = measured(new PaintedFace(), ClothesFacts.class);

        assertThat(plain.l()).isCloseTo(18, within(1.0));
        assertThat(plain.pattern()).isLessThan(0.5);
        assertThat(plain.slope()).isZero();
        assertThat(plain.neck()).isEqualTo(1);
        assertThat(measured(striped, ClothesFacts.class).pattern()).isGreaterThan(10);
        assertThat(measured(sloping, ClothesFacts.class).slope())
                .as("lower on the right")
                .isCloseTo(5.4, within(0.7));
    }

    @Test
    void findsTheNeckInShadowButNotUnderACollar() {
        Rectangle2D neck = new Rectangle2D.Double(180, 525, 120, 60);
        PaintedFace collar = new PaintedFace();
        collar.body(PaintedFace.CLOTHES, neck);
        PaintedFace shade = new PaintedFace();
        shade.body(new Color(124, 97, 84), neck);

        assertThat(measured(collar, ClothesFacts.class).neck()).isLessThan(0.1);
        assertThat(measured(shade, ClothesFacts.class).neck()).isEqualTo(1);
    }

    /** Lips redder than the skin, or nostrils darker than it. */
    @Test
    void findsABareMouthButNoneBehindAMask() {
        PaintedFace bare = new PaintedFace();
        bare.paint(new Color(190, 105, 105), new Rectangle2D.Double(195, 403, 90, 36));
        PaintedFace nostrils = new PaintedFace();
        nostrils.paint(BROWN, new Rectangle2D.Double(225, 372, 30, 8));
        PaintedFace masked = new PaintedFace();
        masked.paint(new Color(120, 180, 220), new Rectangle2D.Double(120, 350, 240, 160));

        assertThat(cover(bare).mouth()).isGreaterThan(2);
        assertThat(cover(nostrils).mouth()).isGreaterThan(1);
        assertThat(cover(masked).mouth()).isLessThan(1);
    }

    @Test
    void distinguishesAPatchedEyeFromTwoSimilarOnes() {
        PaintedFace alike = new PaintedFace();
        eye(alike, 180);
        eye(alike, 300);
        PaintedFace patched = new PaintedFace();
        eye(patched, 180);
        patched.paint(new Color(20, 20, 90), new Rectangle2D.Double(260, 250, 80, 76));

        assertThat(cover(alike).eyesAlike()).isGreaterThan(0.8);
        assertThat(cover(alike).eyesApart()).isLessThan(1);
        assertThat(cover(patched).eyesAlike()).isLessThan(0.3);
        assertThat(cover(patched).eyesApart()).isGreaterThan(15);
        assertThat(cover(patched).cheeksApart()).isLessThan(0.15);
    }

    private static void eye(PaintedFace face, int x) {
        face.paint(Color.WHITE, new Rectangle2D.Double(x - 26, 280, 52, 16));
        face.paint(BROWN, new Rectangle2D.Double(x - 7, 280, 14, 16));
    }

    private static CoverFacts cover(PaintedFace face) {
        return measured(face, CoverFacts.class);
    }

    @Test
    void measuresLensTintAndGlare() {
        PaintedFace tinted = new PaintedFace();
        PaintedFace glaring = new PaintedFace();
        for (int x : new int[] {140, 260}) {
            tinted.paint(new Color(110, 80, 40), new Rectangle2D.Double(x, 260, 80, 70));
        }
        glaring.paint(Color.WHITE, new Rectangle2D.Double(260, 265, 80, 30));

        LensFacts clear = requireNonNull(new PaintedFace().measured(true).find(LensFacts.class));
        LensFacts dark = requireNonNull(tinted.measured(true).find(LensFacts.class));

        assertThat(clear.tint()).isLessThan(1);
        assertThat(clear.glare()).isZero();
        assertThat(dark.tint()).isGreaterThan(10);
        assertThat(dark.darkness()).isGreaterThan(20);
        assertThat(requireNonNull(glaring.measured(true).find(LensFacts.class)).glare())
                .as("on one of two")
                .isGreaterThan(0.3);
        assertThat(glaring.measured(false).find(LensFacts.class)).isNull();
    }

    private static <T extends Record> T measured(PaintedFace face, Class<T> facts) {
        return requireNonNull(face.measured(false).find(facts));
    }
}
