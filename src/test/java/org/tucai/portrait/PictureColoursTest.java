package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tucai.picture.ColourProfiles;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.drawn.DrawnPortrait;
import org.tucai.portrait.face.BackgroundFacts;
import org.tucai.testing.PictureKinds;

/** A phone's colours are judged and cropped as they look, not by their raw values. */
class PictureColoursTest {
    private static final int[] WALL = {100, 197, 255};
    private static PortraitEngine engine;
    private static BufferedImage portrait;
    private final Profile profile = Profiles.load(Profiles.DEFAULT);

    @BeforeAll
    static void open() throws IOException {
        engine = PortraitEngine.openReduced();
        portrait = smaller(ImageIO.read(new ByteArrayInputStream(DrawnPortrait.jpeg(1, WALL[0], WALL[1], WALL[2]))));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void judgesTheSameColoursAlikeInEveryColourSpace() throws IOException, UnreadablePicture {
        BackgroundFacts usual = background(engine.shoot(jpeg(portrait), profile));

        for (ColourProfiles space : new ColourProfiles[] {ColourProfiles.DISPLAY_P3, ColourProfiles.ADOBE_RGB}) {
            byte[] bare = jpeg(in(space));
            byte[] named = ColourProfiles.inJpeg(bare, space.matrix());

            assertThat(difference(usual, background(engine.shoot(named, profile))))
                    .isLessThan(2);
            assertThat(difference(usual, background(engine.shoot(bare, profile))))
                    .isGreaterThan(5);
            assertThat(difference(usual, background(engine.examine(named, profile))))
                    .isLessThan(2);
        }
    }

    @Test
    void writesTheFinishedPictureInSrgbWithoutAProfile() throws IOException, UnreadablePicture {
        byte[] phone = ColourProfiles.inJpeg(jpeg(in(ColourProfiles.DISPLAY_P3)), ColourProfiles.DISPLAY_P3.matrix());

        byte[] finished = engine.shoot(phone, profile).jpeg();

        assertThat(finished).isNotNull();
        assertThat(new String(finished, StandardCharsets.ISO_8859_1)).doesNotContain("ICC_PROFILE");
        Color wall = new Color(
                smaller(ImageIO.read(new ByteArrayInputStream(finished))).getRGB(20, 20));
        assertThat(wall.getRed()).isCloseTo(WALL[0], within(4));
        assertThat(wall.getGreen()).isCloseTo(WALL[1], within(4));
        assertThat(wall.getBlue()).isCloseTo(WALL[2], within(4));
    }

    @Test
    void refusesToCropACmykPictureWithAPressProfile() throws IOException, UnreadablePicture {
        byte[] inks = PictureKinds.cmyk(jpeg(portrait));
        byte[] forPress = ColourProfiles.inJpeg(inks, ColourProfiles.ofInks());

        Shot refused = engine.shoot(forPress, profile);

        assertThat(engine.shoot(inks, profile).jpeg()).isNotNull();
        assertThat(refused.jpeg()).isNull();
        RuleResult depth = refused.report().rule("colour-depth");
        assertThat(depth).isNotNull();
        assertThat(depth.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(depth.severity()).isEqualTo(Severity.HARD);
        assertThat(depth.measured()).isEqualTo(32);
        assertThat(depth.limit()).isEqualTo("24");
    }

    @Test
    void failsAGreyFileAlthoughTheFinishedPictureHasThreeChannels() throws IOException, UnreadablePicture {
        assertBlackAndWhite(drawnAs(BufferedImage.TYPE_BYTE_GRAY, portrait));
    }

    /** As a phone's filter saves it. */
    @Test
    void failsABlackAndWhitePictureOfThreeChannels() throws IOException, UnreadablePicture {
        BufferedImage grey = drawnAs(BufferedImage.TYPE_BYTE_GRAY, portrait);

        assertBlackAndWhite(drawnAs(BufferedImage.TYPE_INT_RGB, grey));
    }

    @Test
    void takesADarkPictureInColourForNoneInBlackAndWhite() throws IOException, UnreadablePicture {
        BufferedImage dark = drawnAs(BufferedImage.TYPE_INT_RGB, portrait);
        dark.createGraphics().drawImage(new RescaleOp(0.1f, 0, null).filter(dark, null), 0, 0, null);

        RuleResult depth = engine.inspect(jpeg(dark), profile).rule("colour-depth");

        assertThat(depth).isNotNull();
        assertThat(depth.outcome()).isEqualTo(Outcome.PASS);
    }

    /** Against a window, where skin in a third of the light has a third of its colour. */
    @Test
    void takesAPictureAgainstTheLightForNoneInBlackAndWhite() throws IOException, UnreadablePicture {
        BufferedImage backlit = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = backlit.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 480, 640);
        g.setColor(new Color(80, 80, 82));
        g.fillRect(60, 420, 360, 220);
        g.setColor(new Color(76, 70, 66));
        g.fillOval(140, 130, 200, 290);

        BufferedImage grey = drawnAs(BufferedImage.TYPE_INT_RGB, drawnAs(BufferedImage.TYPE_BYTE_GRAY, backlit));

        RuleResult inColour = engine.inspect(jpeg(backlit), profile).rule("colour-depth");
        RuleResult inGrey = engine.inspect(jpeg(grey), profile).rule("colour-depth");

        assertThat(inColour).isNotNull().extracting(RuleResult::outcome).isEqualTo(Outcome.PASS);
        assertThat(inGrey).isNotNull().extracting(RuleResult::outcome).isEqualTo(Outcome.FAIL);
    }

    private void assertBlackAndWhite(BufferedImage image) throws IOException, UnreadablePicture {
        for (PortraitReport report :
                List.of(engine.shoot(jpeg(image), profile).report(), engine.inspect(jpeg(image), profile))) {
            RuleResult depth = report.rule("colour-depth");
            assertThat(depth).isNotNull();
            assertThat(depth.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(depth.measured()).isEqualTo(8);
            assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        }
    }

    private static BufferedImage drawnAs(int type, BufferedImage image) {
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        drawn.createGraphics().drawImage(image, 0, 0, null);
        return drawn;
    }

    /** This portrait's colours as values of another colour space. */
    private static BufferedImage in(ColourProfiles space) {
        Map<Integer, Integer> known = new HashMap<>();
        BufferedImage image = new BufferedImage(portrait.getWidth(), portrait.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, known.computeIfAbsent(portrait.getRGB(x, y), rgb -> {
                    int[] values = space.of(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
                    return values[0] << 16 | values[1] << 8 | values[2];
                }));
            }
        }
        return image;
    }

    private static BufferedImage smaller(BufferedImage image) {
        BufferedImage half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        half.createGraphics()
                .drawImage(
                        image.getScaledInstance(half.getWidth(), half.getHeight(), Image.SCALE_AREA_AVERAGING),
                        0,
                        0,
                        null);
        return half;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0.97f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BackgroundFacts background(Shot shot) {
        assertThat(shot.jpeg()).isNotNull();
        return background(shot.examination());
    }

    private static BackgroundFacts background(Examination examination) {
        BackgroundFacts facts = examination.facts().find(BackgroundFacts.class);
        assertThat(facts).isNotNull();
        return facts;
    }

    /** The CIE 1976 difference, which is larger than CIEDE2000 for colours as strong as this wall's. */
    private static double difference(BackgroundFacts one, BackgroundFacts other) {
        return Math.hypot(Math.hypot(one.l() - other.l(), one.a() - other.a()), one.b() - other.b());
    }
}
