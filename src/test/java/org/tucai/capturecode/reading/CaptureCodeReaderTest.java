package org.tucai.capturecode.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.picture.UnreadablePicture;

class CaptureCodeReaderTest {
    /** With a clock that stands still: what can be read does not depend on this machine's speed. */
    private final CaptureCodeReader reader = new CaptureCodeReader(text -> true, () -> 0);

    @ParameterizedTest
    @ValueSource(ints = {5, 17, 40, 90, 120, 150, 200, 300, 400})
    void readsEveryUsualVersion(int length) throws UnreadablePicture {
        String text = CodeDrawing.text(length, length);

        assertReads(CodeDrawing.code(text, 4), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 15, 24})
    void readsSmallAndLargeModules(int module) throws UnreadablePicture {
        String text = CodeDrawing.text(module, 250);

        assertReads(CodeDrawing.code(text, module), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 33, 45, 78, 90, 135, 180, 201, 270, 314})
    void readsTurnedCodes(int degrees) throws UnreadablePicture {
        String text = CodeDrawing.text(degrees, 250);

        assertReads(CodeDrawing.turned(CodeDrawing.code(text, 4), degrees), text);
    }

    @Test
    void readsInvertedCode() throws UnreadablePicture {
        String text = CodeDrawing.text(1, 300);

        assertReads(CodeDrawing.levels(CodeDrawing.code(text, 3), 230, 20, 3), text);
    }

    @Test
    void readsFaintAndNoisyCode() throws UnreadablePicture {
        String text = CodeDrawing.text(2, 250);

        assertReads(CodeDrawing.levels(CodeDrawing.code(text, 5), 120, 140, 4), text);
    }

    @Test
    void readsBlurredCode() throws UnreadablePicture {
        String text = CodeDrawing.text(3, 250);

        assertReads(CodeDrawing.blurred(CodeDrawing.code(text, 6), 4), text);
    }

    @Test
    void readsCodeSeenAtAnAngle() throws UnreadablePicture {
        String text = CodeDrawing.text(4, 300);
        Mat askew = CodeDrawing.warped(
                CodeDrawing.code(text, 5), 0.06f, 0.03f, -0.05f, 0.08f, 0.03f, -0.02f, -0.03f, 0.04f);

        assertReads(CodeDrawing.levels(CodeDrawing.blurred(askew, 1.5), 40, 220, 8), text);
    }

    @Test
    void readsSmallCodeInLargePicture() throws UnreadablePicture {
        String text = CodeDrawing.text(5, 250);

        assertReads(CodeDrawing.placed(CodeDrawing.code(text, 3), 4000, 3000, 2100, 1700), text);
    }

    @Test
    void readsCodeThatFillsALargePhoto() throws UnreadablePicture {
        String text = CodeDrawing.text(13, 250);

        assertReads(CodeDrawing.levels(CodeDrawing.code(text, 48), 30, 220, 5), text);
    }

    @Test
    void readsCodeThatDiffersInColourOnly() throws UnreadablePicture {
        String text = CodeDrawing.text(14, 250);

        assertReads(CodeDrawing.coloured(CodeDrawing.code(text, 5)), text);
    }

    @Test
    void readsCodeThatDiffersInColourOnlyInALargePhoto() throws UnreadablePicture {
        String text = CodeDrawing.text(14, 250);

        assertReads(CodeDrawing.coloured(CodeDrawing.placed(CodeDrawing.code(text, 12), 2100, 1600, 300, 200)), text);
    }

    @Test
    void readsSteeplySeenCode() throws UnreadablePicture {
        String text = CodeDrawing.text(4, 300);
        Mat askew =
                CodeDrawing.warped(CodeDrawing.code(text, 5), 0.1f, 0.05f, -0.12f, 0.15f, 0.05f, -0.02f, -0.03f, 0.04f);

        assertReads(CodeDrawing.levels(CodeDrawing.blurred(askew, 1.5), 40, 220, 8), text);
    }

    @Test
    void readsCodeOnCurledPaper() throws UnreadablePicture {
        String text = CodeDrawing.text(40, 300);

        assertReads(CodeDrawing.curled(CodeDrawing.code(text, 6), 2 * 6), text);
    }

    @ParameterizedTest
    @CsvSource({"30, 0.75", "12, 1.25", "8, 1.5", "20, 1", "40, 0.75"})
    void readsCodeOnPaperThatBendsBetweenItsPatterns(int depth, double waves) throws UnreadablePicture {
        String text = CodeDrawing.text(40, 300);

        assertReads(CodeDrawing.rippled(CodeDrawing.code(text, 6), depth, waves), text);
    }

    @Test
    void readsMirroredCode() throws UnreadablePicture {
        String text = CodeDrawing.text(6, 250);

        assertReads(CodeDrawing.mirrored(CodeDrawing.code(text, 4)), text);
    }

    /** The larger square can be corrected only because the least certain codewords count as erasures. */
    @ParameterizedTest
    @ValueSource(ints = {46, 108})
    void readsCodeWithCoveredCentre(int side) throws UnreadablePicture {
        String text = CodeDrawing.text(7, 250);
        Mat code = CodeDrawing.code(text, 4);
        try (Rect centre = new Rect(code.cols() / 2 - side / 2, code.rows() / 2 - side / 2, side, side);
                Mat logo = new Mat(code, centre);
                Scalar grey = new Scalar(120)) {
            logo.put(grey);
        }

        assertReads(code, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void readsCodeOfWhichOneFinderPatternIsHidden(int which) throws UnreadablePicture {
        String text = CodeDrawing.text(20 + which, 250);
        Mat code = withoutFinder(CodeDrawing.code(text, 5), which, 5);

        assertReads(CodeDrawing.levels(CodeDrawing.turned(code, 8), 30, 230, 4), text);
    }

    private static Mat withoutFinder(Mat code, int which, int module) {
        int eye = 8 * module;
        int near = 4 * module;
        int far = code.cols() - near - eye;
        try (Rect place = new Rect(which == 1 ? far : near, which == 2 ? far : near, eye, eye);
                Mat part = new Mat(code, place);
                Scalar white = new Scalar(255)) {
            part.put(white);
        }
        return code;
    }

    @Test
    void givesUpWhenItsTimeIsOver() throws UnreadablePicture {
        AtomicLong time = new AtomicLong();
        CaptureCodeReader hurried = new CaptureCodeReader(text -> true, () -> time.addAndGet(2_000_000_000));
        byte[] file = CodeDrawing.file(CodeDrawing.code(CodeDrawing.text(30, 250), 4), ".png");

        assertThat(hurried.read(file)).isEqualTo(new Reading.Nothing());
    }

    /** Each pattern is compared with all before it: without a time limit a large picture full of them takes half a minute. */
    @Test
    void stopsSearchingForFinderPatternsWhenItsTimeIsUp() {
        AtomicLong rows = new AtomicLong();
        Deadline hundredRows = new Deadline(rows::incrementAndGet, Duration.ofNanos(100));

        List<Finder> found = new FinderSearch(CodeDrawing.finders(480, 480), 480, 480, 0, hundredRows).search(1);

        assertThat(found).isNotEmpty().allMatch(finder -> finder.y() < 100);
    }

    @Test
    void readsChineseTextAsEncoded() throws UnreadablePicture {
        String text = "图像采集码：毕业生图像采集，请核对信息。";

        assertReads(CodeDrawing.code(text, 5), text);
    }

    @Test
    void prefersCaptureCodeToOtherCodes() throws UnreadablePicture {
        String sealed = "eyJhbGciOiJkaXIifQ.." + CodeDrawing.text(8, 16) + "." + CodeDrawing.text(9, 200) + ".abc-_";
        CaptureCodeReader choosy = new CaptureCodeReader(CaptureCodeReader::looksSealed, () -> 0);
        byte[] both = sideBySide("https://example.org/advert", sealed);
        byte[] advert = CodeDrawing.file(CodeDrawing.code("https://example.org/advert", 4), ".png");

        assertThat(choosy.read(both))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.text()).isEqualTo(sealed));
        assertThat(choosy.read(advert)).isEqualTo(new Reading.Foreign());
    }

    @Test
    void namesTheAttemptThatSucceeded() throws UnreadablePicture {
        String text = CodeDrawing.text(13, 250);
        byte[] plain = CodeDrawing.file(CodeDrawing.code(text, 5), ".png");
        byte[] twoFinders = CodeDrawing.file(withoutFinder(CodeDrawing.code(text, 5), 0, 5), ".png");

        assertThat(reader.read(plain)).hasToString("Read[QR-11, plain]");
        assertThat(reader.read(twoFinders)).hasToString("Read[QR-11, two-finders]");
    }

    /** So large a code is read on the way only: neither the first attempt nor the last one sees it. */
    @Test
    void tellsThatACodeWasOfAnotherKindEvenIfLaterAttemptsReadNone() throws UnreadablePicture {
        CaptureCodeReader choosy = new CaptureCodeReader(CaptureCodeReader::looksSealed, () -> 0);
        byte[] advert = CodeDrawing.file(
                CodeDrawing.levels(
                        CodeDrawing.code("https://example.org/" + CodeDrawing.text(13, 200), 48), 30, 220, 5),
                ".png");

        assertThat(choosy.read(advert)).isEqualTo(new Reading.Foreign());
    }

    @Test
    void refusesToChooseBetweenTwoCaptureCodes() throws UnreadablePicture {
        String text = CodeDrawing.text(10, 200);

        assertThat(reader.read(sideBySide(text, CodeDrawing.text(11, 200)))).isEqualTo(new Reading.Several(2));
        assertThat(reader.read(sideBySide(text, text))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void findsNothingInPicturesWithoutCode() throws UnreadablePicture {
        try (Scalar grey = new Scalar(90)) {
            byte[] plain = CodeDrawing.file(new Mat(300, 400, opencv_core.CV_8UC1, grey), ".jpg");
            byte[] noise = CodeDrawing.file(
                    CodeDrawing.levels(new Mat(600, 800, opencv_core.CV_8UC1, grey), 100, 100, 60), ".png");
            byte[] dot = CodeDrawing.file(new Mat(1, 1, opencv_core.CV_8UC1, grey), ".png");

            assertThat(reader.read(plain)).isEqualTo(new Reading.Nothing());
            assertThat(reader.read(noise)).isEqualTo(new Reading.Nothing());
            assertThat(reader.read(dot)).isEqualTo(new Reading.Nothing());
        }
    }

    @Test
    void readsEveryFileFormat() throws UnreadablePicture {
        String text = CodeDrawing.text(12, 250);

        for (String extension : new String[] {".png", ".jpg", ".webp", ".bmp"}) {
            byte[] file = CodeDrawing.file(CodeDrawing.code(text, 4), extension);

            assertThat(reader.read(file)).as(extension).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void namesHeicAsTheReason() {
        byte[] heic = "\0\0\0\030ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII);

        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> reader.read(heic))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(UnreadablePicture.Reason.HEIC_UNSUPPORTED));
    }

    @Test
    void keepsTheTextOutOfLogs() {
        assertThat(new Reading.Read("secret", 12, "plain").toString()).doesNotContain("secret");
    }

    private static byte[] sideBySide(String left, String right) {
        try (Mat second = CodeDrawing.code(right, 4)) {
            Mat both = CodeDrawing.placed(CodeDrawing.code(left, 4), 1000, 500, 10, 20);
            try (Rect place = new Rect(550, 60, second.cols(), second.rows());
                    Mat part = new Mat(both, place)) {
                second.copyTo(part);
            }
            return CodeDrawing.file(both, ".png");
        }
    }

    private void assertReads(Mat mat, String text) throws UnreadablePicture {
        assertThat(reader.read(CodeDrawing.file(mat, ".png")))
                .isInstanceOfSatisfying(
                        Reading.Read.class, read -> assertThat(read.text()).isEqualTo(text));
    }
}
