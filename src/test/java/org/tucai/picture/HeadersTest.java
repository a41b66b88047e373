package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.picture.UnreadablePicture.Reason;

/** What files say about themselves in the rarer ways that their formats allow. */
class HeadersTest {
    private static final byte[] JPEG = PictureFiles.jpeg(0.9f);
    private static final byte[] PNG = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");

    /** Codecs accept fill bytes before a marker, and a marker (TEM) without a segment. */
    @Test
    void readsAJpegWithFillBytesAndMarkersThatStandAlone() throws UnreadablePicture {
        byte[] loose = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x01};
        byte[] profile = ColourProfiles.inJpeg(JPEG, ColourProfiles.ADOBE_RGB.matrix());

        assertDecodes(inserted(JPEG, 2, loose));
        assertDecodes(inserted(inserted(JPEG, 2, loose), 2, new byte[] {(byte) 0xFF}));
        assertThat(ToSrgb.of(inserted(profile, 2, loose), PictureHeader.of(profile)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 300, 150, 300, 150", "2, 118, 59, 300, 150", "0, 1, 1, 0, 0"})
    void readsTheDensityOfAJpegInItsUnit(int unit, int x, int y, int dpiX, int dpiY) throws UnreadablePicture {
        byte[] jpeg = JPEG.clone();
        jpeg[13] = (byte) unit;
        ByteBuffer.wrap(jpeg, 14, 4).putShort((short) x).putShort((short) y);

        assertThat(PictureHeader.of(jpeg).dpiX()).isEqualTo(dpiX);
        assertThat(PictureHeader.of(jpeg).dpiY()).isEqualTo(dpiY);
    }

    /** Without a unit it is the shape of a pixel; 101 600 dots per inch no device has. */
    @ParameterizedTest
    @CsvSource({"1, 11811, 5906, 300, 150", "0, 11811, 5906, 0, 0", "1, 4000001, 5906, 0, 150"})
    void readsTheDensityOfAPngInItsUnit(int unit, int x, int y, int dpiX, int dpiY) throws UnreadablePicture {
        byte[] body =
                ByteBuffer.allocate(9).putInt(x).putInt(y).put((byte) unit).array();

        PictureHeader header = PictureHeader.of(PictureFiles.withChunk(PNG, "pHYs", body));

        assertThat(header.dpiX()).isEqualTo(dpiX);
        assertThat(header.dpiY()).isEqualTo(dpiY);
    }

    @Test
    void readsTheDensityOfABitmap() throws UnreadablePicture {
        byte[] bmp = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bmp, 38, 8).order(ByteOrder.LITTLE_ENDIAN).putInt(11811).putInt(5906);

        assertThat(PictureHeader.of(bmp).dpiX()).isEqualTo(300);
        assertThat(PictureHeader.of(bmp).dpiY()).isEqualTo(150);
    }

    @Test
    void countsTheBitsOfColour() throws UnreadablePicture {
        IndexColorModel four = new IndexColorModel(2, 4, new byte[4], new byte[] {0, 1, 2, 3}, new byte[4]);
        BufferedImage fewColours = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY, four);
        byte[] palette = PictureFiles.written(fewColours, "png");
        byte[] grey = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_BYTE_GRAY), "png");
        byte[] high = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_USHORT_555_RGB), "bmp");

        assertThat(PictureHeader.of(JPEG).colourDepth()).isEqualTo(24);
        assertThat(PictureHeader.of(PictureFiles.sixteenBits(0)).colourDepth()).isEqualTo(48);
        assertThat(PictureHeader.of(grey).colourDepth()).isEqualTo(8);
        assertThat(PictureHeader.of(palette).colourDepth()).as("palette").isEqualTo(24);
        assertThat(PictureHeader.of(high).colourDepth()).as("5 bits each").isEqualTo(15);
    }

    /** Such a file shows what its maker saw: nobody has to choose a frame. */
    @Test
    void countsAnAnimationOfOneFrameAsAStill() throws UnreadablePicture {
        byte[] apng = PictureFiles.withChunk(PNG, "acTL", new byte[] {0, 0, 0, 1, 0, 0, 0, 0});
        byte[] two = PictureFiles.animatedWebp(PictureFiles.encoded(".webp", false));
        int second = new String(two, StandardCharsets.ISO_8859_1).lastIndexOf("ANMF");
        byte[] one = Arrays.copyOf(two, second);
        ByteBuffer.wrap(one, 4, 4).order(ByteOrder.LITTLE_ENDIAN).putInt(second - 8);

        assertThat(PictureHeader.of(apng).animated()).isFalse();
        assertThat(PictureHeader.of(two).animated()).isTrue();
        assertThat(PictureHeader.of(one).animated()).isFalse();
        assertDecodes(one);
    }

    /** Turned by a quarter and mirrored: 5 is the first of the four orientations that swap the sides. */
    @ParameterizedTest
    @CsvSource({"4, 60, 40", "5, 40, 60", "8, 40, 60"})
    void swapsTheSidesOfAPictureThatLiesOnItsSide(int orientation, int width, int height) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(PictureFiles.withOrientation(JPEG, orientation));

        assertThat(header.uprightWidth()).isEqualTo(width);
        assertThat(header.uprightHeight()).isEqualTo(height);
    }

    /** Some programs write the block as a JPEG would hold it. */
    @Test
    void turnsAWebpWhoseExifBlockBeginsWithItsName() throws UnreadablePicture {
        byte[] named = Arrays.copyOfRange(PictureFiles.withOrientation(new byte[2], 6), 6, 38);
        byte[] webp = ColourProfiles.inWebp(PictureFiles.encoded(".webp", false), "EXIF", named);

        assertThat(PictureHeader.of(webp).orientation()).isEqualTo(6);
    }

    /** The upper two bits of a side are how a player may enlarge it; a decoder does not. */
    @Test
    void readsTheSizeOfALossyWebpWithoutItsScale() throws UnreadablePicture {
        byte[] webp = PictureFiles.lossyWebp(PictureFiles.WIDTH, false);
        int size = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ") + 8 + 6;
        webp[size + 1] |= (byte) 0x40;
        webp[size + 3] |= (byte) 0x80;

        assertDecodes(webp);
    }

    /** The area of a GIF may be larger than what its first frame shows, and older files name an older version. */
    @Test
    void takesTheSizeOfAGifFromItsFirstFrame() throws UnreadablePicture {
        byte[] gif = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "gif");
        ByteBuffer.wrap(gif, 3, 7)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("87a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 90)
                .putShort((short) 80);

        assertDecodes(gif);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void refusesAFileWhoseLastByteIsMissing(String format) {
        byte[] whole = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), format);

        assertReason(Arrays.copyOf(whole, whole.length - 1), Reason.TRUNCATED);
    }

    @Test
    void refusesAFileTooShortToSayWhatItIs() {
        for (String magic : new String[] {"\u00FF\u00D8\u00FF\u00E0", "\u0089PNG\r\n\032\n", "RIFF", "GIF89a", "BM"}) {
            byte[] whole = Arrays.copyOf(magic.getBytes(StandardCharsets.ISO_8859_1), 12);
            for (int length = 1; length < 12; length++) {
                assertReason(Arrays.copyOf(whole, length), Reason.NOT_A_PICTURE);
            }
        }
    }

    /** A box may give its size elsewhere (1) or reach to the end of the file (0); its brand stands where it always does. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void recognisesHeicWhoseFirstBoxNamesNoSize(int size) {
        ByteBuffer file = ByteBuffer.allocate(40).putInt(size);
        file.put("ftypheic".getBytes(StandardCharsets.US_ASCII));

        assertReason(file.array(), Reason.HEIC_UNSUPPORTED);
    }

    @Test
    void refusesVariantsThatAreNotDecoded() {
        byte[] twelveBits = JPEG.clone();
        twelveBits[startOfFrame() + 4] = 12;
        byte[] arithmetic = JPEG.clone();
        arithmetic[startOfFrame() + 1] = (byte) 0xC9;
        byte[] bmp = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "bmp");
        bmp[14] = (byte) 200; // the size of its header

        assertReason(twelveBits, Reason.VARIANT_UNSUPPORTED);
        assertReason(arithmetic, Reason.VARIANT_UNSUPPORTED);
        assertReason(bmp, Reason.VARIANT_UNSUPPORTED);
    }

    /** The bounds are checked for one size: a second must not replace it. */
    @Test
    void refusesAJpegOfTwoSizes() {
        byte[] frame = Arrays.copyOfRange(JPEG, startOfFrame(), startOfFrame() + 19);

        assertReason(inserted(JPEG, startOfFrame(), frame), Reason.CORRUPT);
    }

    @Test
    void refusesAPngWithoutPixels() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(PNG, 0, 33);
        out.write(PNG, PNG.length - 12, 12);

        assertReason(out.toByteArray(), Reason.CORRUPT);
    }

    private static int startOfFrame() {
        return new String(JPEG, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0\0\u0011");
    }

    private static byte[] inserted(byte[] file, int at, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length)
                .put(file, 0, at)
                .put(more)
                .put(file, at, file.length - at)
                .array();
    }

    private static void assertDecodes(byte[] file) throws UnreadablePicture {
        PictureHeader header = PictureHeader.of(file);
        assertThat(header.width()).isEqualTo(PictureFiles.WIDTH);
        assertThat(header.height()).isEqualTo(PictureFiles.HEIGHT);
        try (Mat mat = Pictures.decode(file, header, 1, false)) {
            assertThat(mat.cols()).isEqualTo(PictureFiles.WIDTH);
            assertThat(mat.rows()).isEqualTo(PictureFiles.HEIGHT);
        }
    }

    private static void assertReason(byte[] file, Reason reason) {
        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> PictureHeader.of(file))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
