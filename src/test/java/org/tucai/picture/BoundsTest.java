package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucai.picture.UnreadablePicture.Reason;

/** The largest pictures that are accepted, and those one step larger. */
class BoundsTest {

    /** A grey PNG, which stays below the memory limit. */
    @ParameterizedTest
    @CsvSource({
        "20000, 2500, true",
        "20001, 1, false",
        "1, 20000, true",
        "1, 20001, false",
        "10000, 5000, true",
        "10000, 5001, false"
    })
    void limitTheSidesAndThePixelsOfAPicture(int width, int height, boolean taken) {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_BYTE_GRAY), "png");
        ByteBuffer.wrap(png, 16, 8).putInt(width).putInt(height);

        assertTaken(png, taken);
    }

    /** With transparency, and with 16 bits: 37.5 and 25 million pixels take 150 million bytes. */
    @ParameterizedTest
    @CsvSource({
        "8, 6, 7500, 5000, true",
        "8, 6, 7500, 5001, false",
        "16, 2, 5000, 5000, true",
        "16, 2, 5000, 5001, false",
        "16, 0, 10000, 5000, true"
    })
    void limitTheMemoryThatDecodingTakes(int bits, int colourType, int width, int height, boolean taken) {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png, 16, 10)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colourType);

        assertTaken(png, taken);
    }

    /** The decoder converts four inks to colours line by line, so they take no more memory. */
    @Test
    void allowAsManyPixelsInCmykAsInRgb() {
        byte[] jpeg = PictureFiles.cmykJpeg();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0\0\u0014");
        ByteBuffer.wrap(jpeg, frame + 5, 4).putShort((short) 5000).putShort((short) 10_000);

        assertTaken(jpeg, true);
    }

    @ParameterizedTest
    @CsvSource({"0, 40", "60, 0"})
    void rejectAPictureOfZeroWidthOrHeight(int width, int height) {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png, 16, 8).putInt(width).putInt(height);

        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> PictureHeader.of(png))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
    }

    /**
     * A bitmap may hold a JPEG (4) or a PNG (5) instead of pixels; 200 bytes that claim to hold one of two gigabytes would take as much
     * memory.
     */
    @ParameterizedTest
    @CsvSource({"4", "5"})
    void rejectABitmapThatHoldsAnotherPicture(int compression) {
        ByteBuffer bmp = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put((byte) 'B').put((byte) 'M').putInt(200).putInt(0).putInt(54);
        bmp.putInt(40).putInt(60).putInt(40).putShort((short) 1).putShort((short) 0);
        bmp.putInt(compression).putInt(Integer.MAX_VALUE - 8);

        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> Pictures.decode(bmp.array(), PictureHeader.of(bmp.array()), 1, false))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VARIANT_UNSUPPORTED));
    }

    @Test
    void allowAFileOfExactlyTenMebibytes() throws UnreadablePicture {
        byte[] full = Arrays.copyOf(PictureFiles.jpeg(0.9f), PictureHeader.MAX_BYTES);

        assertThat(PictureHeader.of(full).fileLength()).isEqualTo(PictureHeader.MAX_BYTES);
    }

    private static void assertTaken(byte[] file, boolean taken) {
        Reason refused = null;
        try {
            PictureHeader.of(file);
        } catch (UnreadablePicture e) {
            refused = e.reason();
        }
        assertThat(refused).isEqualTo(taken ? null : Reason.TOO_MANY_PIXELS);
    }
}
