package org.tucai.portrait;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tucai.picture.PictureFiles;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.portrait.face.FrameFacts;
import org.tucai.testing.Drawings;

/** The reduced mode needs no models, so these run on every machine. */
class ReducedEngineTest {
    private static PortraitEngine engine;
    private final Profile profile = Profiles.load(Profiles.DEFAULT);

    @BeforeAll
    static void open() {
        engine = PortraitEngine.openReduced();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void cropsADrawnPortraitToTheStandard() throws UnreadablePicture {
        Shot shot = engine.shoot(Drawings.portrait(0), profile);

        byte[] jpeg = shot.jpeg();
        assertThat(jpeg).isNotNull();
        assertThat(shot.report().verdict()).isEqualTo(Verdict.REVIEW);
        PictureHeader header = PictureHeader.of(jpeg);
        assertThat(header.width()).isEqualTo(480);
        assertThat(header.height()).isEqualTo(640);
        assertThat(header.dpiX()).isEqualTo(300);
        assertThat(jpeg.length).isBetween(10 * 1024, 40 * 1024);
        assertThat(shot.report().complaints()).isEmpty();
    }

    @Test
    void judgesTheFinishedFileAsItJudgedTheShot() throws UnreadablePicture {
        byte[] jpeg = engine.shoot(Drawings.portrait(1), profile).jpeg();
        assertThat(jpeg).isNotNull();

        PortraitReport report = engine.inspect(jpeg, profile);

        RuleResult eyes = report.rule("eye-position");
        assertThat(eyes).isNotNull();
        assertThat(eyes.measured()).isNotNull();
        assertThat(eyes.measured()).isCloseTo(288, within(12.0));
        assertThat(report.rules())
                .filteredOn(result -> result.severity() == Severity.HARD && result.outcome() == Outcome.FAIL)
                .isEmpty();
    }

    @Test
    void failsAPictureWithoutAFace() throws IOException, UnreadablePicture {
        Shot shot = engine.shoot(grey(480, 640), profile);

        assertThat(shot.jpeg()).isNull();
        assertThat(shot.report().verdict()).isEqualTo(Verdict.FAIL);
        RuleResult face = shot.report().rule("one-face");
        assertThat(face).isNotNull();
        assertThat(face.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(face.severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void reportsAPictureOnItsSideOrUpsideDown() throws IOException, UnreadablePicture {
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        FrameFacts frame = engine.examine(PictureFiles.written(upright, "jpeg"), profile)
                .facts()
                .find(FrameFacts.class);
        assertThat(frame).isNotNull();
        double across = frame.faces().getFirst().centreX() / frame.width();
        double down = frame.faces().getFirst().centreY() / frame.height();
        for (int quarters = 1; quarters < 4; quarters++) {
            Shot shot = engine.shoot(PictureFiles.written(turned(upright, quarters), "jpeg"), profile);

            RuleResult face = shot.report().rule("one-face");
            assertThat(face).isNotNull();
            assertThat(shot.jpeg()).isNull();
            assertThat(face.unit()).isEqualTo(quarters == 2 ? "degrees, upside down" : "degrees, on its side");
            assertThat(face.measured()).isEqualTo(90 * quarters);
            assertThat(shot.report().complaints()).containsExactly(face);
            Region place = face.region();
            assertThat(place).isNotNull();
            assertThat(place.x() + place.width() / 2)
                    .isCloseTo(List.of(1 - down, 1 - across, down).get(quarters - 1), within(0.02));
        }
    }

    private static BufferedImage turned(BufferedImage upright, int quarters) {
        boolean onItsSide = quarters != 2;
        int width = onItsSide ? upright.getHeight() : upright.getWidth();
        int height = onItsSide ? upright.getWidth() : upright.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = turned.createGraphics();
        g.translate(width / 2.0, height / 2.0);
        g.rotate(quarters * Math.PI / 2);
        g.drawImage(upright, -upright.getWidth() / 2, -upright.getHeight() / 2, null);
        g.dispose();
        return turned;
    }

    @Test
    void doesNotCropAPictureOfTwoPeople() throws IOException, UnreadablePicture {
        BufferedImage left = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        BufferedImage right = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(1)));
        BufferedImage both =
                new BufferedImage(left.getWidth() + right.getWidth(), left.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(left, 0, 0, null);
        graphics.drawImage(right, left.getWidth(), 0, null);
        graphics.dispose();

        Shot shot = engine.shoot(PictureFiles.written(both, "jpeg"), profile);

        assertThat(shot.jpeg()).isNull();
        RuleResult face = shot.report().rule("one-face");
        assertThat(face).isNotNull();
        assertThat(face.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(face.measured()).isEqualTo(2);
    }

    @Test
    void doesNotAssessRulesThatNeedModels() throws UnreadablePicture {
        PortraitReport report = engine.inspect(Drawings.portrait(2), profile);

        assertThat(report.mode()).isEqualTo("reduced");
        for (String rule : List.of("eyes-open", "mouth-closed", "head-straight", "no-headwear")) {
            RuleResult result = report.rule(rule);
            assertThat(result).isNotNull();
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        }
    }

    @Test
    void refusesAFileThatIsNotAPicture() {
        assertThatThrownBy(() -> engine.inspect(new byte[] {1, 2, 3}, profile)).isInstanceOf(UnreadablePicture.class);
    }

    @Test
    void judgesPicturesOfAnyShape() throws IOException, UnreadablePicture {
        for (int[] shape : new int[][] {{1, 1}, {7, 9}, {1, 3000}, {3000, 1}, {2000, 40}}) {
            PortraitReport report = engine.inspect(grey(shape[0], shape[1]), profile);

            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void detectsALineOfWriting() throws IOException, UnreadablePicture {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));

        RuleResult without =
                engine.inspect(PictureFiles.written(image, "jpeg"), profile).rule("not-a-photo-of-a-photo");
        write(image, 9);
        RuleResult with =
                engine.inspect(PictureFiles.written(image, "jpeg"), profile).rule("not-a-photo-of-a-photo");

        assertThat(without).isNotNull();
        assertThat(without.outcome()).isEqualTo(Outcome.PASS);
        assertThat(with).isNotNull();
        assertThat(with.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(with.measured()).isEqualTo(9);
        assertThat(with.region()).isNotNull();
        assertThat(with.region().y()).isBetween(0.02, 0.06);
    }

    /** Letters like an E near the top edge, a fiftieth of the picture high. */
    private static void write(BufferedImage image, int letters) {
        int unit = image.getHeight() / 250;
        Graphics2D g = image.createGraphics();
        g.setColor(Color.DARK_GRAY);
        for (int letter = 0; letter < letters; letter++) {
            int x = 10 * unit + letter * 6 * unit;
            int y = image.getHeight() / 25;
            g.fillRect(x, y, unit, 5 * unit);
            for (int bar = 0; bar < 3; bar++) {
                g.fillRect(x, y + bar * 2 * unit, 3 * unit, unit);
            }
        }
        g.dispose();
    }

    @Test
    void doesNotJudgeTheRulesOfTheFinishedFileWhenThereIsNone() throws IOException, UnreadablePicture {
        Shot shot = engine.shoot(grey(480, 640), profile);

        assertThat(shot.jpeg()).isNull();
        for (String rule : List.of("pixel-size", "dpi", "crown-position", "eye-position")) {
            RuleResult result = shot.report().rule(rule);
            assertThat(result).isNotNull();
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        }
    }

    @Test
    void doesNotComplainAboutTheFormatOfTheUploadedPhoto() throws IOException, UnreadablePicture {
        byte[] png = PictureFiles.written(new BufferedImage(480, 640, BufferedImage.TYPE_BYTE_GRAY), "png");

        Shot shot = engine.shoot(png, profile);

        assertThat(shot.report().complaints()).extracting(RuleResult::rule).containsExactly("one-face");
    }

    @Test
    void keepsTheFactsBehindItsReport() throws IOException, UnreadablePicture {
        Shot cut = engine.shoot(Drawings.portrait(0), profile);
        Shot refused = engine.shoot(grey(600, 700), profile);

        assertThat(cut.examination().facts().find(FrameFacts.class))
                .isNotNull()
                .extracting(FrameFacts::width, FrameFacts::height)
                .containsExactly(480, 640);
        assertThat(refused.examination().facts().find(FrameFacts.class))
                .isNotNull()
                .extracting(FrameFacts::width, FrameFacts::height)
                .containsExactly(600, 700);
    }

    @Test
    void judgesTheCropAsMirroredWhenTheCameraMarkedThePhotoSo() throws UnreadablePicture {
        byte[] plain = Drawings.portrait(1);

        Shot straight = engine.shoot(PictureFiles.withOrientation(plain, 1), profile);
        Shot mirrored = engine.shoot(PictureFiles.withOrientation(plain, 2), profile);

        assertThat(outcome(straight, "not-mirrored")).isEqualTo(Outcome.PASS);
        assertThat(outcome(mirrored, "not-mirrored")).isEqualTo(Outcome.FAIL);
    }

    /** Of a large photo a smaller copy is judged: it shows this face with half of the detail that the file has. */
    @Test
    void cutsASmallFaceOutOfTheFileInFullDetail() throws IOException, UnreadablePicture {
        BufferedImage near = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        BufferedImage far = new BufferedImage(2000, 2400, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = far.createGraphics();
        g.setColor(new Color(238, 239, 240));
        g.fillRect(0, 0, 2000, 2400);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(near, 600, 500, 750, 1000, null);
        g.dispose();

        Shot shot = engine.shoot(PictureFiles.written(far, "jpeg"), profile);

        assertThat(requireNonNull(shot.report().rule("sharp")).measured())
                .as("an enlarged copy has less")
                .isNotNull()
                .satisfies(detail -> assertThat(detail).isGreaterThan(-1.3));
        assertThat(requireNonNull(shot.report().rule("eye-distance")).measured())
                .isNotNull()
                .satisfies(eyes -> assertThat(eyes).isCloseTo(120, within(2.0)));
    }

    @Test
    void seesNoCompressionBlocksInAReducedPicture() throws UnreadablePicture {
        Shot shot = engine.shoot(Drawings.portrait(2), profile);

        assertThat(outcome(shot, "no-compression-artifacts")).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesToWorkWhenClosed() {
        PortraitEngine closed = PortraitEngine.openReduced();
        closed.close();

        assertThatThrownBy(() -> closed.inspect(Drawings.portrait(0), profile))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotMistakeASecondWallColourForHair() throws IOException, UnreadablePicture {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        Color wall = new Color(image.getRGB(5, 5));
        for (int y = 0; y < image.getHeight() / 2; y++) {
            for (int x = image.getWidth() / 2; x < image.getWidth(); x++) {
                if (near(new Color(image.getRGB(x, y)), wall)) {
                    image.setRGB(x, y, 0xC6C4BE);
                }
            }
        }

        Shot shot = engine.shoot(PictureFiles.written(image, "jpeg"), profile);

        assertThat(shot.jpeg()).isNotNull();
        assertThat(outcome(shot, "crown-position")).isEqualTo(Outcome.PASS);
    }

    /** Framed by the skull alone, the hair would reach above the band allowed for the crown. */
    @Test
    void leavesRoomForHairThatStandsHigh() throws IOException, UnreadablePicture {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        int eyes = DrawnPortrait.EYES;
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(50, 38, 32));
        brush.fillOval(DrawnPortrait.WIDTH / 2 - eyes, 900 - eyes * 9 / 4, 2 * eyes, eyes * 3 / 2);
        brush.dispose();

        Shot shot = engine.shoot(PictureFiles.written(image, "jpeg"), profile);

        assertThat(shot.jpeg()).isNotNull();
        assertThat(outcome(shot, "crown-position")).isEqualTo(Outcome.PASS);
    }

    @Test
    void ignoresAnObjectAboveTheHeadWhenCropping() throws IOException, UnreadablePicture {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Drawings.portrait(0)));
        Double plain = measured(engine.shoot(PictureFiles.written(image, "jpeg"), profile), "eye-distance");
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(90, 40, 30));
        brush.fillRect(DrawnPortrait.WIDTH / 2 - 200, 900 - DrawnPortrait.EYES * 27 / 10, 400, 60);
        brush.dispose();

        Shot shot = engine.shoot(PictureFiles.written(image, "jpeg"), profile);

        assertThat(outcome(shot, "crown-position")).isEqualTo(Outcome.PASS);
        assertThat(measured(shot, "eye-distance")).isCloseTo(plain, within(1.0));
    }

    private static Double measured(Shot shot, String rule) {
        RuleResult result = shot.report().rule(rule);
        assertThat(result).isNotNull();
        assertThat(result.measured()).isNotNull();
        return result.measured();
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 12
                && Math.abs(one.getGreen() - other.getGreen()) < 12
                && Math.abs(one.getBlue() - other.getBlue()) < 12;
    }

    private static Outcome outcome(Shot shot, String rule) {
        RuleResult result = shot.report().rule(rule);
        assertThat(result).isNotNull();
        return result.outcome();
    }

    private static byte[] grey(int width, int height) throws IOException {
        return PictureFiles.written(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    }

    @Test
    void servesManyThreadsAtOnceWithTheSameAnswer() throws Exception {
        byte[] picture = Drawings.portrait(3);
        List<RuleResult> alone = engine.inspect(picture, profile).rules();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<PortraitReport>> reports =
                    threads.invokeAll(Collections.nCopies(8, () -> engine.inspect(picture, profile)));

            for (Future<PortraitReport> report : reports) {
                assertThat(report.get().rules()).isEqualTo(alone);
            }
        }
    }
}
