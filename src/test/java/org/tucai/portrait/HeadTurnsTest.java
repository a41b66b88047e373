package org.tucai.portrait;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.picture.UnreadablePicture;

/** On portraits whose turn is obvious. */
class HeadTurnsTest {
    private static final Path MODELS = Path.of("../shared/models");
    private static final Path PORTRAITS = Path.of("../shared/portraits");
    private static PortraitEngine engine;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isDirectory(MODELS), "no models beside the project");
        assumeTrue(Files.isDirectory(PORTRAITS), "no portraits beside the project");
        engine = PortraitEngine.open(MODELS);
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "face_pose_r02_c07, 脸转向了照片的左边。",
        "eye_gaze_r02_c04, 脸转向了照片的右边。",
        "face_pose_r03_c05, 头抬得太高。",
        "face_pose_r04_c06, 头低得太多。",
        "hats_r04_c03, 头歪向照片的左边。",
        "face_pose_r03_c10, 头歪向照片的右边。"
    })
    void saysWhichWayTheHeadIsTurned(String picture, String words) throws IOException, UnreadablePicture {
        byte[] file = Files.readAllBytes(PORTRAITS.resolve("sfhq/" + picture + ".jpg"));

        RuleResult straight = requireNonNull(
                engine.inspect(file, Profiles.load(Profiles.DEFAULT)).rule("head-straight"));

        assertThat(RuleTexts.of(Locale.CHINESE).wrong("head-straight", straight.way()))
                .isEqualTo(words);
    }
}
