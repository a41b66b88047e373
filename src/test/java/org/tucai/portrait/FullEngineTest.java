package org.tucai.portrait;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tucai.picture.PictureFiles;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.face.FaceShape;
import org.tucai.testing.Drawings;

/** Needs the models in {@code ../shared/models}, and for tests on photographs {@code ../shared/portraits}; otherwise skipped. */
class FullEngineTest {
    private static final Path MODELS = Path.of("../shared/models");
    private static final Path PORTRAITS = Path.of("../shared/portraits");
    private static PortraitEngine engine;
    private final Profile profile = Profiles.load(Profiles.DEFAULT);

    @BeforeAll
    static void open() {
        assumeTrue(Files.isDirectory(MODELS), "no models beside the project");
        engine = PortraitEngine.open(MODELS);
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void servesManyThreadsAtOnceWithTheSameAnswer() throws Exception {
        byte[] picture = Drawings.portrait(3);
        List<RuleResult> alone = engine.inspect(picture, profile).rules();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<PortraitReport>> reports =
                    threads.invokeAll(Collections.nCopies(12, () -> engine.inspect(picture, profile)));

            for (Future<PortraitReport> report : reports) {
                assertThat(report.get().rules()).isEqualTo(alone);
            }
        }
    }

    @Test
    void judgesPicturesOfAnyShape() throws IOException, UnreadablePicture {
        for (int[] shape : new int[][] {{1, 1}, {7, 9}, {1, 3000}, {3000, 1}, {2000, 40}}) {
            BufferedImage image = new BufferedImage(shape[0], shape[1], BufferedImage.TYPE_3BYTE_BGR);

            assertThat(engine.shoot(PictureFiles.written(image, "jpeg"), profile)
                            .jpeg())
                    .isNull();
        }
    }

    @Test
    void aGreyscalePictureFailsForItsColourAndNotForAShadow() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        for (String person : List.of("001", "004", "010")) {
            Path file = PORTRAITS.resolve("london/" + person + "_neutral.jpg");
            PortraitReport coloured = engine.inspect(Files.readAllBytes(file), profile);
            PortraitReport grey = engine.inspect(withoutColour(file), profile);

            assertThat(outcome(grey, "natural-colour")).isEqualTo(Outcome.FAIL);
            assertThat(outcome(grey, "no-background-shadow"))
                    .isEqualTo(outcome(coloured, "no-background-shadow"))
                    .isEqualTo(Outcome.PASS);
        }
    }

    /** Cropped to 295 × 413, a face has fewer pixels than in the standard view. */
    @Test
    void aSharpPortraitPassesAndAShakenOneFailsAtEveryOutputSize() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        for (String person : List.of("001", "004", "010")) {
            Path file = PORTRAITS.resolve("london/" + person + "_neutral.jpg");
            for (String standard : List.of("graduation-2017", "admission-2021")) {
                Profile profile = Profiles.load(standard);

                assertThat(outcome(
                                engine.shoot(Files.readAllBytes(file), profile).report(), "sharp"))
                        .isEqualTo(Outcome.PASS);
                assertThat(outcome(engine.shoot(shaken(file), profile).report(), "sharp"))
                        .isEqualTo(Outcome.FAIL);
            }
        }
    }

    /** Blurred along a slanting line of a few pixels. */
    private static byte[] shaken(Path file) throws IOException {
        BufferedImage still = ImageIO.read(file.toFile());
        BufferedImage shaken = new BufferedImage(still.getWidth(), still.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = shaken.createGraphics();
        for (int i = 0; i < 6; i++) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 1f / (i + 1)));
            graphics.drawImage(still, i, i / 2, null);
        }
        return PictureFiles.written(shaken, "jpeg");
    }

    private static byte[] withoutColour(Path file) throws IOException {
        BufferedImage colour = ImageIO.read(file.toFile());
        BufferedImage grey = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(colour, 0, 0, null);
        BufferedImage rgb = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        rgb.createGraphics().drawImage(grey, 0, 0, null);
        return PictureFiles.written(rgb, "jpeg");
    }

    @Test
    void blamesAFaceMaskForTheHiddenMouthAndDoesNotJudgeSkinColour() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        for (String person : List.of("001", "004", "010")) {
            for (Color colour : List.of(new Color(120, 180, 220), Color.WHITE, Color.BLACK)) {
                PortraitReport report = engine.inspect(
                        changed("london/" + person + "_neutral.jpg", (g, face) -> mask(g, face, colour)), profile);

                assertThat(requireNonNull(report.rule("mouth-closed")).unit()).isEqualTo("of a bare mouth");
                assertThat(outcome(report, "mouth-closed")).isEqualTo(Outcome.FAIL);
                assertThat(outcome(report, "natural-colour")).isEqualTo(Outcome.NOT_ASSESSED);
            }
        }
    }

    @Test
    void blamesAHandOverTheMouthEvenWhenTheNostrilsAreVisible() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        for (String person : List.of("001", "004", "010")) {
            String file = "london/" + person + "_neutral.jpg";
            for (Color skin : List.of(new Color(225, 190, 165), new Color(120, 80, 55))) {
                PortraitReport report = engine.inspect(changed(file, (g, face) -> hand(g, face, skin)), profile);

                assertThat(requireNonNull(report.rule("mouth-closed")).unit()).contains("bare mouth");
                assertThat(outcome(report, "mouth-closed")).isEqualTo(Outcome.FAIL);
            }
            assertThat(outcome(engine.inspect(photo(file), profile), "mouth-closed"))
                    .isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void failsAStickerOverAnEye() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        for (String person : List.of("001", "004", "010")) {
            String file = "london/" + person + "_neutral.jpg";

            assertThat(outcome(engine.inspect(changed(file, FullEngineTest::sticker), profile), "eyes-unobstructed"))
                    .isEqualTo(Outcome.FAIL);
            assertThat(outcome(engine.inspect(photo(file), profile), "eyes-unobstructed"))
                    .isEqualTo(Outcome.PASS);
        }
    }

    @Test
    void recognisesAPhotoOfAPrintEvenWhenTheCropShowsOnlyThePrint() throws IOException, UnreadablePicture {
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        BufferedImage photo =
                ImageIO.read(PORTRAITS.resolve("london/010_neutral.jpg").toFile());
        BufferedImage table = new BufferedImage(1800, 1800, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = table.createGraphics();
        g.setColor(new Color(120, 100, 80));
        g.fillRect(0, 0, 1800, 1800);
        g.rotate(0.04, 900, 900);
        g.setColor(Color.WHITE);
        g.fillRect(260, 260, 1280, 1280);
        g.drawImage(photo, 300, 300, 1200, 1200, null);

        Shot shot = engine.shoot(PictureFiles.written(table, "jpeg"), profile);

        assertThat(outcome(shot.report(), "not-a-photo-of-a-photo")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(
                        engine.shoot(photo("london/010_neutral.jpg"), profile).report(), "not-a-photo-of-a-photo"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void reportsAPictureOnItsSideOrUpsideDown() throws IOException, UnreadablePicture {
        for (String file : List.of("london/002_neutral.jpg", "sfhq/accessories_r01_c05.jpg")) {
            for (int quarters = 1; quarters < 4; quarters++) {
                byte[] turned = turned(photo(file), quarters);

                for (PortraitReport report : List.of(
                        engine.inspect(turned, profile),
                        engine.shoot(turned, profile).report())) {
                    RuleResult face = requireNonNull(report.rule("one-face"));
                    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(RuleTexts.of(Locale.CHINESE).wrong(face.rule(), face.way()))
                            .contains(quarters == 2 ? "颠倒" : "横");
                    assertThat(face.measured()).isEqualTo(90 * quarters);
                    assertThat(report.complaints())
                            .extracting(RuleResult::rule)
                            .isSubsetOf("one-face", "pixel-size", "file-size", "dpi", "file-format");
                }
            }
        }
    }

    /** A head tilted by its owner does not make a rotated picture. */
    @Test
    void doesNotMistakeATiltedHeadForARotatedPicture() throws IOException, UnreadablePicture {
        for (int degrees : new int[] {-35, -20, 20, 35}) {
            PortraitReport report = engine.inspect(tilted("london/002_neutral.jpg", degrees), profile);

            assertThat(outcome(report, "one-face")).isEqualTo(Outcome.PASS);
            assertThat(outcome(report, "head-straight")).isEqualTo(Outcome.FAIL);
        }
    }

    private static byte[] turned(byte[] file, int quarters) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        int width = quarters == 2 ? image.getWidth() : image.getHeight();
        int height = quarters == 2 ? image.getHeight() : image.getWidth();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = turned.createGraphics();
        g.translate(width / 2.0, height / 2.0);
        g.rotate(quarters * Math.PI / 2);
        g.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
        return PictureFiles.written(turned, "jpeg");
    }

    private static byte[] tilted(String file, int degrees) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo(file)));
        BufferedImage tilted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = tilted.createGraphics();
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
        g.drawImage(image, 0, 0, null);
        return PictureFiles.written(tilted, "jpeg");
    }

    /** A photo with something drawn over the face. */
    private static byte[] changed(String file, BiConsumer<Graphics2D, FaceShape> drawing)
            throws IOException, UnreadablePicture {
        BufferedImage image = ImageIO.read(PORTRAITS.resolve(file).toFile());
        FaceShape face = requireNonNull(engine.examine(photo(file), Profiles.load(Profiles.DEFAULT))
                .facts()
                .find(FaceShape.class));
        drawing.accept(image.createGraphics(), face);
        return PictureFiles.written(image, "jpeg");
    }

    private static void mask(Graphics2D g, FaceShape face, Color colour) {
        double top = face.y(5);
        double left = face.x(234);
        g.setColor(colour);
        g.fill(new RoundRectangle2D.Double(
                left, top, face.x(454) - left, face.y(152) - top + 20, 0.9 * face.eyeDistance(), face.eyeDistance()));
    }

    /** Four fingers reaching in from the side, the uppermost below the nose. */
    private static void hand(Graphics2D g, FaceShape face, Color skin) {
        float thick = (float) (0.28 * face.eyeDistance());
        g.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int finger = 0; finger < 4; finger++) {
            double y = face.y(2) + (0.75 + finger) * thick;
            g.setColor(finger % 2 == 0 ? skin : skin.darker());
            g.draw(new Line2D.Double(
                    face.x(2) - 0.6 * face.eyeDistance(), y, face.x(2) + face.eyeDistance(), y + thick));
        }
    }

    private static void sticker(Graphics2D g, FaceShape face) {
        double size = 0.7 * face.eyeDistance();
        g.setColor(Color.YELLOW);
        g.fill(new Ellipse2D.Double(face.left().irisX() - size / 2, face.left().irisY() - size / 2, size, size));
    }

    @Test
    void passesTheDrawnPortraitOnEveryHardRule() throws UnreadablePicture {
        for (long seed = 0; seed < 4; seed++) {
            Shot shot = engine.shoot(Drawings.portrait(seed), profile);

            assertThat(shot.jpeg()).isNotNull();
            assertThat(shot.report().mode()).isEqualTo("full");
            assertThat(shot.report().verdict()).isNotEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void distinguishesAClosedMouthFromASmile() throws IOException, UnreadablePicture {
        PortraitReport neutral = engine.inspect(photo("london/010_neutral.jpg"), profile);
        PortraitReport smiling = engine.inspect(photo("london/010_smiling.jpg"), profile);

        assertThat(outcome(neutral, "mouth-closed")).isEqualTo(Outcome.PASS);
        assertThat(outcome(smiling, "mouth-closed")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(neutral, "plain-background")).isEqualTo(Outcome.PASS);
        assertThat(outcome(neutral, "one-face")).isEqualTo(Outcome.PASS);
    }

    @Test
    void findsTheSameFaceInTheCropAsInThePhotograph() throws IOException, UnreadablePicture {
        Shot shot = engine.shoot(photo("london/010_neutral.jpg"), profile);
        byte[] jpeg = shot.jpeg();
        assertThat(jpeg).isNotNull();

        PortraitReport again = engine.inspect(jpeg, profile);

        for (String rule :
                new String[] {"eye-position", "face-width", "crown-position", "eyes-open", "head-straight"}) {
            assertThat(outcome(again, rule)).as(rule).isEqualTo(outcome(shot.report(), rule));
        }
    }

    @Test
    void doesNotCallBrownEyesInWarmLightRed() throws IOException, UnreadablePicture {
        assertThat(outcome(engine.inspect(photo("sfhq/jewelry_r04_c03.jpg"), profile), "no-red-eye"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void findsANeckInTheShadowOfTheChinButNoneUnderARollNeck() throws IOException, UnreadablePicture {
        PortraitReport shaded = engine.inspect(photo("sfhq/jewelry_r03_c07.jpg"), profile);
        PortraitReport covered = engine.inspect(photo("sfhq/hair_color_r06_c03.jpg"), profile);

        assertThat(outcome(shaded, "neck-visible")).isEqualTo(Outcome.PASS);
        assertThat(outcome(covered, "neck-visible")).isEqualTo(Outcome.FAIL);
    }

    /** A man in profile looking left: his neck and ear are far to the right of his eyes. */
    @Test
    void pointsToNeckAndEarOfAHeadThatIsTurnedAside() throws IOException, UnreadablePicture {
        PortraitReport turned = engine.inspect(photo("sfhq/accessories_r02_c06.jpg"), profile);

        assertThat(covers(turned, "no-necklace", 0.5, 0.75)).isTrue();
        assertThat(covers(turned, "ears-visible", 0.7, 0.3)).isTrue();
        assertThat(covers(turned, "gaze-forward", 0.36, 0.28)).isTrue();
    }

    private static boolean covers(PortraitReport report, String rule, double x, double y) {
        Region region = report.rule(rule).region();
        assertThat(region).as(rule).isNotNull();
        return x >= region.x()
                && x <= region.x() + region.width()
                && y >= region.y()
                && y <= region.y() + region.height();
    }

    private static byte[] photo(String name) throws IOException {
        Path path = PORTRAITS.resolve(name);
        assumeTrue(Files.isRegularFile(path), "no portraits beside the project");
        return Files.readAllBytes(path);
    }

    private static Outcome outcome(PortraitReport report, String rule) {
        RuleResult result = report.rule(rule);
        assertThat(result).as(rule).isNotNull();
        return result.outcome();
    }
}
