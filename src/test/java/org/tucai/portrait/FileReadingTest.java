package org.tucai.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.picture.PictureFiles;
import org.tucai.picture.PictureHeader;
import org.tucai.picture.Pictures;
import org.tucai.picture.UnreadablePicture;
import org.tucai.portrait.face.FileFacts;

class FileReadingTest {
    private static final byte[] JPEG = PictureFiles.jpeg(0.9f);

    /** The stored picture is 60 x 40; a camera that mirrors or lies on its side says so by the orientation. */
    @ParameterizedTest
    @CsvSource({
        "1, false, 60, 40",
        "2, true, 60, 40",
        "3, false, 60, 40",
        "4, true, 60, 40",
        "5, true, 40, 60",
        "6, false, 40, 60",
        "7, true, 40, 60",
        "8, false, 40, 60"
    })
    void readsFromTheOrientationHowThePictureLiesAndWhetherItIsMirrored(
            int orientation, boolean mirrored, int width, int height) throws UnreadablePicture {
        FileFacts facts = facts(PictureFiles.withOrientation(JPEG, orientation));

        assertThat(facts.mirrored()).isEqualTo(mirrored);
        assertThat(facts.width()).isEqualTo(width);
        assertThat(facts.height()).isEqualTo(height);
    }

    /** The finished picture of a grey one has three equal channels; nearly black it shows no colours, whatever its file holds. */
    @Test
    void goesByTheOriginalWhereThePictureIsTooDarkToShowColours() throws UnreadablePicture {
        byte[] grey = PictureFiles.written(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png");
        byte[] colour = PictureFiles.written(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");

        assertThat(channels(grey)).isEqualTo(1);
        assertThat(channels(colour)).isEqualTo(3);
        assertThat(channels(JPEG)).isEqualTo(3);
    }

    /** Of a finished JPEG made from this file. */
    private static int channels(byte[] original) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(original);
        try (Mat mat = Pictures.decode(original, header, 1, false)) {
            return FileReading.of(PictureHeader.of(JPEG), header, mat).channels();
        }
    }

    /** Blocks of strong compression may still be visible in a reduced picture; how clearly cannot be told. */
    @Test
    void doesNotJudgeTheBlocksOfAStronglyCompressedPictureThatWasReduced() throws UnreadablePicture {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");

        assertThat(blocks(PictureFiles.jpeg(0.5f))).isNaN();
        assertThat(blocks(JPEG)).isZero();
        assertThat(blocks(png)).isZero();
    }

    private static FileFacts facts(byte[] file) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(file);
        try (Mat mat = Pictures.decode(file, header, 1, false)) {
            return FileReading.of(header, mat);
        }
    }

    private static double blocks(byte[] file) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(file);
        try (Mat mat = Pictures.decode(file, header, 2, false)) {
            return FileReading.blocks(header, mat, 2);
        }
    }
}
