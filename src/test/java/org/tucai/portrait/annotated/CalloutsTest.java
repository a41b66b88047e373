package org.tucai.portrait.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.Region;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.testing.NeedsFonts;

/** Every complaint that has a place is found there by its number. */
@NeedsFonts
class CalloutsTest {
    private static final int SIDE = 400;
    /** Less than a disc with its number has of its own colour, and more than half of that. */
    private static final int DISC = 200;

    private final Region eyes = new Region(0.25, 0.25, 0.2, 0.25);

    @Test
    void numbersEveryComplaintAboutTheSamePlace() {
        long one = red(drawn(broken(eyes)));
        long two = red(drawn(broken(eyes), broken(eyes)));

        assertThat(two - one).isGreaterThan(DISC);
    }

    /** Both numbers would stand in upper left corners that are eight pixels apart. */
    @Test
    void coversNoNumberWithAnother() {
        Region face = new Region(0.27, 0.27, 0.5, 0.68);
        long apart = red(drawn(broken(eyes))) + red(drawn(broken(face)));

        assertThat(red(drawn(broken(eyes), broken(face)))).isGreaterThan(apart - DISC);
    }

    /** One half of a place is another place; nearly all of it is the same. */
    @Test
    void framesPlacesThatDiffer() {
        Region half = new Region(0.25, 0.25, 0.2, 0.125);
        Region most = new Region(0.25, 0.25, 0.2, 0.24);

        assertThat(isRed(drawn(broken(eyes), broken(half)), 160, 149)).isTrue();
        assertThat(isRed(drawn(broken(eyes), broken(most)), 160, 195)).isFalse();
        assertThat(isRed(drawn(broken(eyes), broken(most)), 160, 199)).isTrue();
    }

    @Test
    void framesPlacesThatLieDiagonally() {
        Region first = new Region(0.25, 0.25, 0.1, 0.1);
        Region second = new Region(0.445, 0.445, 0.1, 0.1);

        assertThat(isRed(drawn(broken(first), broken(second)), 200, 217)).isTrue();
    }

    /** There is room for one of three numbers only: the first is seen. */
    @Test
    void beginsInsideAPhotoTooNarrowForItsNumbers() {
        BufferedImage narrow = new BufferedImage(30, SIDE, BufferedImage.TYPE_INT_RGB);
        Region all = new Region(0, 0, 1, 1);

        draw(narrow, broken(all), broken(all), broken(all));

        assertThat(red(narrow)).isGreaterThan(DISC);
        assertThat(isRed(narrow, 4, 14)).isTrue();
    }

    private static RuleResult broken(Region place) {
        return new RuleResult("sharp", Outcome.FAIL, Severity.HARD, 0, null, null, null, place);
    }

    private static BufferedImage drawn(RuleResult... complaints) {
        BufferedImage photo = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        draw(photo, complaints);
        return photo;
    }

    private static void draw(BufferedImage photo, RuleResult... complaints) {
        Graphics2D g = photo.createGraphics();
        new Callouts(g, photo.getWidth(), photo.getHeight(), Lettering.of(Locale.ENGLISH)).draw(List.of(complaints));
        g.dispose();
    }

    private static long red(BufferedImage photo) {
        return Arrays.stream(photo.getRGB(0, 0, photo.getWidth(), SIDE, null, 0, photo.getWidth()))
                .filter(rgb -> new Color(rgb).equals(Overlay.HARD))
                .count();
    }

    /** Near this point, as lines are a few pixels wide. */
    private static boolean isRed(BufferedImage photo, int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            if (new Color(photo.getRGB(x, y + dy)).equals(Overlay.HARD)) {
                return true;
            }
        }
        return false;
    }
}
