package org.tucai.portrait.face;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a fake finder whose confidence depends on which corner of the picture is white. */
class TurningTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 120;

    private final Mat picture = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, Scalar.BLACK);

    @AfterEach
    void close() {
        picture.close();
    }

    /** Confidence in the face as the picture lies, turned back, and turned one of the other ways. */
    @ParameterizedTest
    @CsvSource({
        "0.6, 0.87, 0.6, true",
        "0.6, 0.86, 0.6, false",
        "0.84, 0.88, 0.6, true",
        "0.86, 0.88, 0.6, false",
        "0.6, 0.88, 0.86, false",
        "0.90, 0.95, 0.6, true",
        "0.91, 0.95, 0.6, false",
        "0, 0.9, 0, true"
    })
    void rotatesAPictureOnlyWhenTheFaceIsMuchMoreCertainThatWayUp(
            double asItLies, double turnedBack, double otherWay, boolean turned) {
        white(WIDTH - 10, 0); // the upper left corner of a picture rotated by 90° clockwise
        Turning turning = new Turning(
                HEIGHT,
                mat -> List.of(face(isWhite(mat, 0, 0) ? turnedBack : isWhite(mat, 1, 1) ? otherWay : 0.1)),
                FaceBox::score);

        Turned found = turning.of(picture, asItLies(asItLies));

        assertThat(found != null).isEqualTo(turned);
        if (found != null) {
            assertThat(found.facts().degrees()).isEqualTo(90);
        }
    }

    /** In the upright picture the face is at the upper left, two thirds as far from the left edge as from the top. */
    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void locatesTheFaceInThePictureBeforeRotation(int degrees) {
        white(degrees == 270 ? 0 : WIDTH - 10, degrees == 90 ? 0 : HEIGHT - 10);
        Turning turning =
                new Turning(HEIGHT, mat -> isWhite(mat, 0, 0) ? List.of(face(0.95)) : List.of(), FaceBox::score);

        Turned found = requireNonNull(turning.of(picture, new FrameFacts(WIDTH, HEIGHT, List.of())));

        assertThat(found.facts().degrees()).isEqualTo(degrees);
        assertThat(found.facts().upsideDown()).isEqualTo(degrees == 180);
        FaceBox face = found.frame().faces().getFirst();
        double[] middle = switch (degrees) {
            case 90 -> new double[] {WIDTH - 30, 20};
            case 180 -> new double[] {WIDTH - 20, HEIGHT - 30};
            default -> new double[] {30, HEIGHT - 20};
        };
        assertThat(face.centreX()).isCloseTo(middle[0], within(1e-6));
        assertThat(face.centreY()).isCloseTo(middle[1], within(1e-6));
        assertThat(face.width()).isCloseTo(degrees == 180 ? 24 : 32, within(1e-6));
        assertThat(face.height()).isCloseTo(degrees == 180 ? 32 : 24, within(1e-6));
        assertThat(Math.hypot(face.rightEyeX() - face.leftEyeX(), face.rightEyeY() - face.leftEyeY()))
                .isCloseTo(12, within(1e-6));
    }

    @Test
    void doesNotTryRotationsWhenAFaceIsCertain() {
        Turning turning = new Turning(
                HEIGHT,
                mat -> {
                    throw new AssertionError("looked again");
                },
                FaceBox::score);

        assertThat(turning.of(picture, asItLies(0.91))).isNull();
    }

    private void white(int x, int y) {
        new Mat(picture, new Rect(x, y, 10, 10)).put(Scalar.WHITE);
    }

    /** Whether a corner is white; (0, 0) is the upper left, (1, 1) the lower right. */
    private static boolean isWhite(Mat mat, int right, int down) {
        return mat.ptr(down * (mat.rows() - 1), right * (mat.cols() - 1)).get() != 0;
    }

    private static FaceBox face(double score) {
        return new FaceBox(8, 14, 24, 32, score, true, 14, 24, 26, 24);
    }

    private static FrameFacts asItLies(double score) {
        return new FrameFacts(WIDTH, HEIGHT, score == 0 ? List.of() : List.of(face(score)));
    }
}
