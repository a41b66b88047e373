package org.tucai.portrait.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.PictureShape;

class JpegFileTest {
    private static final int LEAST_QUALITY = 60;

    /** Pictures of different fineness: the finest need strong compression. */
    @ParameterizedTest
    @ValueSource(ints = {11, 14, 20, 28, 40})
    void usesTheBestQualityThatFitsTheAllowedSize(int coarseness) throws UnreadablePicture {
        byte[] file = encoded(coarseness, 40_960);

        PictureHeader header = PictureHeader.of(file);
        assertThat(file.length).isLessThanOrEqualTo(40_960);
        assertThat(header.jpegQuality()).isGreaterThanOrEqualTo(LEAST_QUALITY);
        assertThat(file.length >= 0.9 * 40_960 || header.jpegQuality() >= 97)
                .as("%d bytes at quality %d", file.length, header.jpegQuality())
                .isTrue();
    }

    @Test
    void exceedsTheSizeRatherThanFallBelowTheLeastQuality() throws UnreadablePicture {
        byte[] file = encoded(1, 40_960);

        assertThat(file.length).isGreaterThan(40_960);
        assertThat(PictureHeader.of(file).jpegQuality()).isEqualTo(LEAST_QUALITY);
    }

    @Test
    void writesTheDensityOfTheStandard() throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(encoded(40, 40_960));

        assertThat(header.dpiX()).isEqualTo(300);
        assertThat(header.dpiY()).isEqualTo(300);
    }

    /** A file of at most {@code most} bytes showing random spots {@code coarseness} pixels wide. */
    private static byte[] encoded(int coarseness, int most) {
        SplittableRandom random = new SplittableRandom(coarseness);
        try (Mat spots = new Mat(640 / coarseness, 480 / coarseness, opencv_core.CV_8UC3);
                Mat picture = new Mat();
                Size size = new Size(480, 640)) {
            byte[] values = new byte[3 * spots.rows() * spots.cols()];
            random.nextBytes(values);
            spots.data().put(values);
            opencv_imgproc.resize(spots, picture, size, 0, 0, opencv_imgproc.INTER_CUBIC);
            return JpegFile.encode(picture, new PictureShape(480, 640, 300, 120, 288, 5, most, LEAST_QUALITY));
        }
    }
}
