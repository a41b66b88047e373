package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.drawn.DrawnPortrait;

/** Needs the models of {@code ../shared/models}; the tests on photographs also {@code ../shared/portraits}. Else skipped. */
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
        byte[] picture = DrawnPortrait.jpeg(3);
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
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);

            assertThat(engine.shoot(bytes.toByteArray(), profile).jpeg()).isNull();
        }
    }

    @Test
    void aPictureWithoutColourIsToldSoAndNotThatItHasAShadow() throws IOException, UnreadablePicture {
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

    private static byte[] withoutColour(Path file) throws IOException {
        BufferedImage colour = ImageIO.read(file.toFile());
        BufferedImage grey = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(colour, 0, 0, null);
        BufferedImage rgb = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        rgb.createGraphics().drawImage(grey, 0, 0, null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(rgb, "jpeg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void meetsEveryHardRuleOnTheDrawnPortrait() throws UnreadablePicture {
        for (long seed = 0; seed < 4; seed++) {
            Shot shot = engine.shoot(DrawnPortrait.jpeg(seed), profile);

            assertThat(shot.jpeg()).isNotNull();
            assertThat(shot.report().mode()).isEqualTo("full");
            assertThat(shot.report().verdict()).isNotEqualTo(Verdict.FAIL);
        }
    }

    @Test
    void tellsAClosedMouthFromASmile() throws IOException, UnreadablePicture {
        PortraitReport neutral = engine.inspect(photo("london/010_neutral.jpg"), profile);
        PortraitReport smiling = engine.inspect(photo("london/010_smiling.jpg"), profile);

        assertThat(outcome(neutral, "mouth-closed")).isEqualTo(Outcome.PASS);
        assertThat(outcome(smiling, "mouth-closed")).isEqualTo(Outcome.FAIL);
        assertThat(outcome(neutral, "plain-background")).isEqualTo(Outcome.PASS);
        assertThat(outcome(neutral, "one-face")).isEqualTo(Outcome.PASS);
    }

    @Test
    void findsTheSameFaceInTheCutAsInThePhotograph() throws IOException, UnreadablePicture {
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
    void callsBrownEyesByAWarmLampNotRed() throws IOException, UnreadablePicture {
        assertThat(outcome(engine.inspect(photo("sfhq/jewelry_r04_c03.jpg"), profile), "no-red-eye"))
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void seesANeckInTheShadeOfTheChinAndMissesOneInARollNeck() throws IOException, UnreadablePicture {
        PortraitReport shaded = engine.inspect(photo("sfhq/jewelry_r03_c07.jpg"), profile);
        PortraitReport covered = engine.inspect(photo("sfhq/hair_color_r06_c03.jpg"), profile);

        assertThat(outcome(shaded, "neck-visible")).isEqualTo(Outcome.PASS);
        assertThat(outcome(covered, "neck-visible")).isEqualTo(Outcome.FAIL);
    }

    /** A man in profile who looks to the left: his neck and ear lie far to the right of his eyes. */
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
