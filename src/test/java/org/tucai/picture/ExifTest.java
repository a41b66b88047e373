package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras write: several entries, in either byte order. */
class ExifTest {
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void readsOrientationAndDensityAmongOtherEntries(String order) {
        Exif exif = read(order, 6, 600, 2, INCH);

        assertThat(exif).isEqualTo(new Exif(6, 300, 300));
    }

    /** Dots per centimetre are converted; an invalid fraction or an impossible density gives 0. */
    @ParameterizedTest
    @CsvSource({
        "118, 1, 3, 300",
        "72, 1, 2, 72",
        "300, 0, 2, 0",
        "100001, 1, 2, 0",
        "1, 2, 2, 0",
        "1, 1, 2, 1",
        "-1, 1, 2, 0"
    })
    void readsOnlyAPossibleDensity(int dots, int per, int unit, int dpi) {
        assertThat(read("MM", 1, dots, per, unit)).isEqualTo(new Exif(1, dpi, dpi));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "0, 1", "9, 1"})
    void treatsAnInvalidOrientationAsUpright(int written, int read) {
        assertThat(read("II", written, 72, 1, CENTIMETRE).orientation()).isEqualTo(read);
    }

    @Test
    void treatsABrokenBlockAsAbsent() throws UnreadablePicture {
        byte[] cut = block("MM", 6, 300, 1, INCH);

        assertThat(Exif.read(Bytes.of(cut).part(0, 60))).isEqualTo(Exif.NONE);
        cut[0] = 'X';
        assertThat(Exif.read(Bytes.of(cut))).isEqualTo(Exif.NONE);
    }

    /** Phones and browsers, which look for nothing else, turn such a picture: it must not lie on its side here alone. */
    @Test
    void turnsAPictureWhoseDensityIsCutOff() throws UnreadablePicture {
        byte[] whole = block("MM", 6, 300, 1, INCH);

        assertThat(Exif.read(Bytes.of(whole).part(0, 74))).isEqualTo(new Exif(6, 0, 0));
    }

    /** A file's own density takes precedence over that of its EXIF block. */
    @Test
    void providesTheDensityOfAJpegThatNamesItNowhereElse() throws UnreadablePicture {
        byte[] jpeg = PictureFiles.jpeg(0.9f);
        byte[] exif = block("II", 1, 300, 1, INCH);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + exif.length);
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).put(jpeg, 2, jpeg.length - 2);

        assertThat(PictureHeader.of(jpeg).dpiX()).isZero();
        assertThat(PictureHeader.of(file.array()).dpiX()).isEqualTo(300);
        assertThat(PictureHeader.of(file.array()).dpiY()).isEqualTo(300);

        ByteBuffer jfif = file.duplicate();
        jfif.position(10 + exif.length + 2 + 4 + 7);
        jfif.put((byte) 1).putShort((short) 72).putShort((short) 96);
        assertThat(PictureHeader.of(file.array()).dpiX()).isEqualTo(72);
        assertThat(PictureHeader.of(file.array()).dpiY()).isEqualTo(96);
    }

    private static Exif read(String order, int orientation, int dots, int per, int unit) {
        return Exif.read(Bytes.of(block(order, orientation, dots, per, unit)));
    }

    /** A directory of make, orientation, two densities and their unit, followed by the fraction. */
    private static byte[] block(String order, int orientation, int dots, int per, int unit) {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 5 * 12 + 4 + 8);
        out.order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        out.put(order.getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        out.putShort((short) 5);
        entry(out, 0x010F, 2).put("ABC\0".getBytes(StandardCharsets.US_ASCII));
        entry(out, 0x0112, 3).putShort((short) orientation).putShort((short) 0);
        entry(out, 0x011A, 5).putInt(74);
        entry(out, 0x011B, 5).putInt(74);
        entry(out, 0x0128, 3).putShort((short) unit).putShort((short) 0);
        return out.putInt(0).putInt(dots).putInt(per).array();
    }

    private static ByteBuffer entry(ByteBuffer out, int tag, int type) {
        return out.putShort((short) tag).putShort((short) type).putInt(1);
    }
}
