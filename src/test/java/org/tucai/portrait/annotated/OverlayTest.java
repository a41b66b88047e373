package org.tucai.portrait.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.portrait.Examination;
import org.tucai.portrait.Outcome;
import org.tucai.portrait.PortraitReport;
import org.tucai.portrait.Profile;
import org.tucai.portrait.Profiles;
import org.tucai.portrait.RuleResult;
import org.tucai.portrait.Severity;
import org.tucai.portrait.face.EyeShape;
import org.tucai.portrait.face.FaceShape;
import org.tucai.portrait.face.Facts;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.portrait.face.GeometryFacts;
import org.tucai.portrait.face.TurnedFacts;
import org.tucai.testing.NeedsFonts;

/** A photo of 480 x 640 pixels, drawn one and a half times as large. */
@NeedsFonts
class OverlayTest {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 960;

    private final Profile profile = Profiles.load(Profiles.DEFAULT);
    private final BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    @BeforeEach
    void takeAWhitePhoto() {
        Graphics2D g = photo.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
    }

    /** Crown 50 to 110, eyes 200 to 300 pixels below the edge of the finished picture, a face 180 to 300 wide. */
    @Test
    void drawsTheLinesOfTheStandard() {
        draw(Facts.of(), met("crown-position"), met("eye-position"), met("face-width"));

        assertThat(rows()).containsExactly(75, 165, 300, 450);
        assertThat(columns()).as("right of the words").containsExactly(225, 495, 585);
    }

    @ParameterizedTest
    @CsvSource({"crown-position, 2, 0", "eye-position, 2, 0", "face-width, 0, 3"})
    void drawsOnlyTheLinesOfWhatWasJudged(String rule, int rows, int columns) {
        draw(Facts.of(), met(rule));

        assertThat(rows()).hasSize(rows);
        assertThat(columns()).hasSize(columns);
    }

    /** It would first have to be turned. */
    @Test
    void drawsNoLinesOverAPictureThatLiesOnItsSide() {
        draw(Facts.of(new TurnedFacts(90)), met("crown-position"), met("eye-position"), met("face-width"));

        assertThat(rows()).isEmpty();
        assertThat(columns()).isEmpty();
    }

    @Test
    void marksCrownAndCheeksWhereTheyWereFound() {
        draw(Facts.of(new FrameFacts(480, 640, List.of()), new GeometryFacts(240, 280, 120, 260, 495, 60.0, 95)));

        assertThat(isMarked(360, 90)).as("crown").isTrue();
        assertThat(isMarked(360 - 195, 510)).as("left cheek").isTrue();
        assertThat(isMarked(360 + 195, 510)).as("right cheek").isTrue();
        assertThat(isMarked(360, 510)).isFalse();
    }

    @Test
    void marksBothIrises() {
        FaceShape face = new FaceShape(new float[3 * 468], 1, eye(180), eye(300));

        draw(Facts.of(new FrameFacts(480, 640, List.of()), face));

        assertThat(isMarked(270 - 15, 420)).isTrue();
        assertThat(isMarked(450 + 15, 420)).isTrue();
    }

    /** An eye 280 pixels from the top, its iris with a radius of ten. */
    private static EyeShape eye(float x) {
        return new EyeShape(new float[142], new float[] {x, 280, x + 10, 280, x, 270, x - 10, 280, x, 290});
    }

    private static RuleResult met(String rule) {
        return new RuleResult(rule, Outcome.PASS, Severity.HARD, 1, 1.0, null, "px", null);
    }

    private void draw(Facts facts, RuleResult... results) {
        PortraitReport report = PortraitReport.of(profile, "full", List.of(results), 0);
        Graphics2D g = photo.createGraphics();
        new Overlay(g, WIDTH, HEIGHT, Lettering.of(Locale.ENGLISH))
                .draw(new Examination(report, facts), profile, List.of());
        g.dispose();
    }

    /** The rows in which a dashed line goes from edge to edge. */
    private List<Integer> rows() {
        return IntStream.range(0, HEIGHT)
                .filter(y -> IntStream.range(0, WIDTH).filter(x -> isLine(x, y)).count() > WIDTH / 3)
                .boxed()
                .toList();
    }

    /** The columns in which a short dashed line stands below the eyes. */
    private List<Integer> columns() {
        return IntStream.range(150, WIDTH)
                .filter(x -> IntStream.range(464, 504).filter(y -> isLine(x, y)).count() > 15)
                .boxed()
                .toList();
    }

    private boolean isLine(int x, int y) {
        return new Color(photo.getRGB(x, y)).equals(new Color(0, 150, 136));
    }

    /** Near this point, as marks are a few pixels wide and have a dark edge. */
    private boolean isMarked(int x, int y) {
        return IntStream.rangeClosed(-3, 3).anyMatch(d -> isDark(x + d, y) || isDark(x, y + d));
    }

    private boolean isDark(int x, int y) {
        return new Color(photo.getRGB(x, y)).getRed() < 180;
    }
}
