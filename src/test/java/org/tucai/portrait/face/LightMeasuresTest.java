package org.tucai.portrait.face;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Light, wall and the picture as a whole, around a painted face. Needs the head model in {@code ../shared/models}; otherwise skipped. */
class LightMeasuresTest {
    /** Half the light of {@link PaintedFace#SKIN}. */
    private static final Color HALF_LIT = new Color(156, 123, 106);

    /** Twenty L* darker than {@link PaintedFace#WALL}, with the same hue. */
    private static final Color SHADED_WALL = new Color(9, 143, 198);

    @BeforeAll
    static void find() {
        assumeTrue(Files.isRegularFile(PaintedFace.MESH), "no models beside the project");
    }

    @Test
    void comparesTheLightOnBothHalvesOfTheFaceInStops() {
        PaintedFace aside = new PaintedFace();
        Area half = new Area(aside.head());
        half.intersect(new Area(PaintedFace.left()));
        aside.paint(HALF_LIT, half);

        LightFacts even = light(new PaintedFace());
        LightFacts uneven = light(aside);

        assertThat(even.worstSide()).isZero();
        assertThat(uneven.side()).isCloseTo(1, within(0.06));
        assertThat(uneven.worstSide()).isCloseTo(1, within(0.06));
    }

    /** A highlight or a shadow on one or two of the patches does not make the light uneven. */
    @Test
    void judgesUnevenLightByTheThirdMostUnequalPairOfPatches() {
        assertThat(light(spotted(104, 50)).worstSide()).isCloseTo(0, within(0.02));
        assertThat(light(spotted(104, 50, 210)).worstSide()).isCloseTo(1, within(0.06));
    }

    private static PaintedFace spotted(int... points) {
        PaintedFace face = new PaintedFace();
        for (int point : points) {
            face.paint(HALF_LIT, face.around(point, 9));
        }
        return face;
    }

    @Test
    void measuresSkinColourAndHighlights() {
        PaintedFace shining = new PaintedFace();
        shining.paint(new Color(252, 248, 246), new Ellipse2D.Double(190, 200, 100, 50));

        LightFacts dull = light(new PaintedFace());

        assertThat(dull.hue()).isCloseTo(52, within(2.0));
        assertThat(dull.chroma()).isCloseTo(20, within(1.0));
        assertThat(dull.lightness()).isCloseTo(73, within(1.0));
        assertThat(dull.burnt()).isZero();
        assertThat(light(shining).burnt()).isBetween(0.05, 0.09);
        assertThat(light(shining).white()).isZero();
    }

    @Test
    void measuresFullyBlackAndFullyWhiteSharesSeparately() {
        PaintedFace clipped = new PaintedFace();
        clipped.paint(Color.BLACK, PaintedFace.left());
        clipped.paint(Color.WHITE, new Rectangle2D.Double(240, 0, 240, 200));

        LightFacts light = light(clipped);

        assertThat(light.black()).isCloseTo(0.5, within(0.01));
        assertThat(light.white()).isBetween(0.005, 0.05);
        assertThat(light.brightest()).isCloseTo(100, within(0.5));
        assertThat(light.darkest()).isZero();
    }

    private static LightFacts light(PaintedFace face) {
        return measured(face, LightFacts.class);
    }

    @Test
    void distinguishesSoftShadingOfTheWallFromAPattern() {
        PaintedFace shaded = new PaintedFace();
        for (int x = 0; x < 480; x += 4) {
            int grey = 160 + x / 8;
            shaded.wall(new Color(grey, grey, grey), new Rectangle2D.Double(x, 0, 4, 640));
        }
        PaintedFace patterned = new PaintedFace();
        for (int y = 0; y < 540; y += 40) {
            patterned.paint(Color.WHITE, new Rectangle2D.Double(0, y, 80, 20));
        }

        BackgroundFacts plain = wall(new PaintedFace());

        assertThat(plain.l()).isCloseTo(76, within(1.0));
        assertThat(plain.b()).isCloseTo(-37, within(1.0));
        assertThat(plain.wall().texture()).isLessThan(0.5);
        assertThat(plain.wall().shading()).isLessThan(1);
        assertThat(wall(shaded).wall().shading()).isBetween(14.0, 26.0);
        assertThat(wall(shaded).wall().texture()).isLessThan(1);
        assertThat(wall(patterned).wall().texture()).isGreaterThan(2.6);
        assertThat(wall(patterned).edges()).isGreaterThan(0.005);
    }

    @Test
    void aLockOfHairBeforeTheWallIsNoPatternButAStrokeApartFromThePersonIs() {
        Shape edge = new QuadCurve2D.Double(440, 200, 480, 260, 440, 330);
        Shape lock = new QuadCurve2D.Double(330, 200, 480, 260, 440, 330);
        PaintedFace curly = new PaintedFace().wall(Color.BLACK, new BasicStroke(8).createStrokedShape(lock));
        PaintedFace scribbled = new PaintedFace().wall(Color.BLACK, new BasicStroke(8).createStrokedShape(edge));

        assertThat(wall(curly).all().texture()).isGreaterThan(2.6);
        assertThat(wall(curly).wall().texture()).isLessThan(1);
        assertThat(wall(scribbled).wall().texture()).isGreaterThan(2.6);
    }

    @Test
    void darkStripesThatReachThePersonAreAPatternAndNoHair() {
        PaintedFace striped = new PaintedFace();
        for (int y = 0; y < 540; y += 40) {
            striped.wall(Color.BLACK, new Rectangle2D.Double(0, y, 480, 16));
        }

        assertThat(wall(striped).wall()).isEqualTo(wall(striped).all());
    }

    @Test
    void seesTheShadowOfTheHeadOnTheWall() {
        PaintedFace shadowed = new PaintedFace();
        shadowed.paint(SHADED_WALL, besideTheHead(shadowed, 44));

        assertThat(wall(new PaintedFace()).shadow()).isCloseTo(0, within(0.5));
        assertThat(wall(shadowed).shadow()).isCloseTo(20, within(2.0));
    }

    /** The person mask counts a hard shadow as part of the person; hair that dark has another hue or lies in the hair mask. */
    @Test
    void findsAHardShadowThatTheMaskCountsAsThePerson() {
        PaintedFace shadowed = new PaintedFace();
        Shape beside = besideTheHead(shadowed, 44);
        shadowed.body(SHADED_WALL, beside);
        PaintedFace haired = new PaintedFace();
        haired.hair(SHADED_WALL, beside);
        PaintedFace brown = new PaintedFace();
        brown.body(new Color(150, 120, 90), beside);

        assertThat(wall(shadowed).shadow()).isCloseTo(20, within(2.0));
        assertThat(wall(haired).shadow()).isCloseTo(0, within(0.5));
        assertThat(wall(brown).shadow()).isCloseTo(0, within(0.5));
    }

    @Test
    void seesANarrowShadowThatEndsBeforeTheBackgroundIsMeasured() {
        PaintedFace shadowed = new PaintedFace();
        shadowed.paint(SHADED_WALL, besideTheHead(shadowed, 16));

        assertThat(wall(shadowed).shadow()).isCloseTo(20, within(2.0));
    }

    /** A ring this many pixels wide around the right half of the head. */
    private static Shape besideTheHead(PaintedFace face, int width) {
        Area ring = new Area(new BasicStroke(2 * width).createStrokedShape(face.head()));
        ring.subtract(new Area(face.head()));
        ring.subtract(new Area(PaintedFace.left()));
        ring.subtract(new Area(new Rectangle2D.Double(0, 480, 480, 160)));
        return ring;
    }

    private static BackgroundFacts wall(PaintedFace face) {
        return measured(face, BackgroundFacts.class);
    }

    @Test
    void countsThePictureEdgesWithABorder() {
        PaintedFace framed = new PaintedFace();
        framed.paint(Color.WHITE, new Rectangle2D.Double(0, 0, 480, 20));
        framed.paint(Color.WHITE, new Rectangle2D.Double(0, 0, 20, 640));
        PaintedFace wide = new PaintedFace();
        wide.paint(Color.WHITE, new Rectangle2D.Double(0, 0, 480, 70));

        assertThat(origin(new PaintedFace()).frame()).isZero();
        assertThat(origin(framed).frame()).isEqualTo(0.5);
        assertThat(origin(wide).frame()).as("further in than a tenth").isZero();
    }

    /** Like moiré between the pixels of a screen and those of a camera. */
    @Test
    void detectsAFineDiagonalMoirePattern() {
        PaintedFace screen = new PaintedFace();
        for (int line = -640; line < 480; line += 5) {
            Shape stroke = new Rectangle2D.Double(0, 0, 1, 900);
            screen.paint(
                    new Color(0, 0, 0, 60),
                    AffineTransform.getRotateInstance(-0.6, line, 0)
                            .createTransformedShape(AffineTransform.getTranslateInstance(line, 0)
                                    .createTransformedShape(stroke)));
        }

        assertThat(origin(new PaintedFace()).moire()).isLessThan(4.5);
        assertThat(origin(screen).moire()).isGreaterThan(4.5);
    }

    private static OriginFacts origin(PaintedFace face) {
        return measured(face, OriginFacts.class);
    }

    @Test
    void measuresGrainAndTheStructureOfTheSkin() {
        PaintedFace grained = new PaintedFace();
        for (int y = 0; y < 640; y++) {
            for (int x = 0; x < 480; x++) {
                int hash = (x * 73_856_093 ^ y * 19_349_663) * 0x9E3779B1 >>> 30;
                grained.paint(new Color(0, 0, 0, 4 * hash), new Rectangle2D.Double(x, y, 1, 1));
            }
        }

        DetailFacts smooth = measured(new PaintedFace(), DetailFacts.class);
        DetailFacts rough = measured(grained, DetailFacts.class);

        assertThat(smooth.noise()).isZero();
        assertThat(smooth.skinTexture()).isZero();
        assertThat(rough.noise()).isBetween(1.0, 4.0);
        assertThat(rough.skinTexture()).isBetween(0.3, 2.0);
    }

    private static <T extends Record> T measured(PaintedFace face, Class<T> facts) {
        return requireNonNull(face.measured(false).find(facts));
    }
}
