package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.drawn.DrawnPortrait;

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
    void cutsADrawnPortraitToTheStandard() throws UnreadablePicture {
        Shot shot = engine.shoot(DrawnPortrait.jpeg(0), profile);

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
        byte[] jpeg = engine.shoot(DrawnPortrait.jpeg(1), profile).jpeg();
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
    void saysThatThereIsNoFace() throws IOException, UnreadablePicture {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(480, 640, BufferedImage.TYPE_3BYTE_BGR), "jpeg", bytes);

        Shot shot = engine.shoot(bytes.toByteArray(), profile);

        assertThat(shot.jpeg()).isNull();
        assertThat(shot.report().verdict()).isEqualTo(Verdict.FAIL);
        RuleResult face = shot.report().rule("one-face");
        assertThat(face).isNotNull();
        assertThat(face.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(face.severity()).isEqualTo(Severity.HARD);
    }

    @Test
    void answersNotAssessedForWhatNeedsModels() throws UnreadablePicture {
        PortraitReport report = engine.inspect(DrawnPortrait.jpeg(2), profile);

        assertThat(report.mode()).isEqualTo("reduced");
        for (String rule : List.of("eyes-open", "mouth-closed", "head-straight", "no-headwear")) {
            RuleResult result = report.rule(rule);
            assertThat(result).isNotNull();
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> engine.inspect(new byte[] {1, 2, 3}, profile)).isInstanceOf(UnreadablePicture.class);
    }

    @Test
    void servesManyThreadsAtOnceWithTheSameAnswer() throws Exception {
        byte[] picture = DrawnPortrait.jpeg(3);
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
