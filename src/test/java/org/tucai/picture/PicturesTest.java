package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucai.picture.UnreadablePicture.Reason;

class PicturesTest {
    private static final int[] RED = {0, 0, 255};

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void readsHeaderAndPixelsOfEveryKind(String format) throws UnreadablePicture {
        byte[] file = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), format);

        PictureHeader header = PictureHeader.of(file);

        assertThat(header.type()).isEqualTo(PictureType.valueOf(format.toUpperCase(java.util.Locale.ROOT)));
        assertThat(header.width()).isEqualTo(60);
        assertThat(header.height()).isEqualTo(40);
        assertThat(header.components()).isEqualTo(3);
        assertThat(header.colourDepth()).isEqualTo(24);
        assertThat(header.animated()).isFalse();
        assertThat(header.trailingBytes()).isZero();
        assertPixel(file, 25, 30, RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {".webp", ".png"})
    void putsTransparencyOnWhite(String extension) throws UnreadablePicture {
        byte[] clear = PictureFiles.encoded(extension, true);
        byte[] opaque = PictureFiles.encoded(extension, false);

        assertThat(PictureHeader.of(clear).alpha()).isTrue();
        assertThat(PictureHeader.of(opaque).alpha()).isFalse();
        assertPixel(clear, 5, 5, 255, 255, 255);
        assertPixel(opaque, 5, 5, RED);
    }

    @Test
    void putsATransparentPaletteOnWhite() throws UnreadablePicture {
        byte[] none = {0, 0};
        IndexColorModel clearAndRed = new IndexColorModel(8, 2, new byte[] {0, (byte) 255}, none, none, 0);
        BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED, clearAndRed);
        picture.getRaster().setSample(6, 6, 0, 1);

        for (String format : new String[] {"png", "gif"}) {
            byte[] file = PictureFiles.written(picture, format);

            assertThat(PictureHeader.of(file).alpha()).as(format).isTrue();
            assertPixel(file, 3, 3, 255, 255, 255);
            assertPixel(file, 6, 6, RED);
        }
    }

    @Test
    void turnsPictureUprightByItsExifOrientation() throws UnreadablePicture {
        byte[] jpeg = PictureFiles.jpeg(0.95f);
        int[][] blackCorner = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};

        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = PictureFiles.withOrientation(jpeg, orientation);
            PictureHeader header = PictureHeader.of(file);
            int x = blackCorner[orientation - 1][0] * (header.uprightWidth() - 9) + 4;
            int y = blackCorner[orientation - 1][1] * (header.uprightHeight() - 9) + 4;

            assertThat(header.orientation()).isEqualTo(orientation);
            assertThat(header.uprightWidth()).isEqualTo(orientation < 5 ? 60 : 40);
            assertPixel(file, x, y, 0, 0, 0);
        }
    }

    /** As browsers do; a photo turned otherwise than the student saw it would be judged lying on its side. */
    @Test
    void goesByTheFirstOfTwoExifBlocks() throws UnreadablePicture {
        byte[] jpeg = PictureFiles.jpeg(0.95f);
        byte[] upright = PictureFiles.withOrientation(jpeg, 1);
        byte[] turned = PictureFiles.withOrientation(jpeg, 6);

        assertThat(PictureHeader.of(PictureFiles.withOrientation(upright, 6)).orientation())
                .isEqualTo(6);
        assertThat(PictureHeader.of(PictureFiles.withOrientation(turned, 1)).orientation())
                .isEqualTo(1);
    }

    @Test
    void turnsAPngAndAWebpUprightAsWell() throws UnreadablePicture {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        byte[] exif = Arrays.copyOfRange(PictureFiles.withOrientation(new byte[2], 6), 12, 38);
        byte[] turned = PictureFiles.withChunk(png, "eXIf", exif);
        byte[] webp = ColourProfiles.inWebp(PictureFiles.encoded(".webp", false), "EXIF", exif);

        assertThat(PictureHeader.of(webp).orientation()).isEqualTo(6);
        assertThat(PictureHeader.of(turned).uprightWidth()).isEqualTo(40);
        assertPixel(turned, 35, 4, 0, 0, 0); // the black corner, which is stored top left
        assertPixel(turned, 20, 25, RED);
    }

    @Test
    void doesNotTurnAPictureByTheOrientationOfItsThumbnail() throws UnreadablePicture {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 * 18);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        for (int orientation : new int[] {3, 6}) { // of the picture, then of the thumbnail
            exif.putShort((short) 1)
                    .putShort((short) 0x0112)
                    .putShort((short) 3)
                    .putInt(1);
            exif.putShort((short) orientation).putShort((short) 0).putInt(orientation == 3 ? 26 : 0);
        }

        byte[] file = PictureFiles.withExif(PictureFiles.jpeg(0.9f), exif);

        assertThat(PictureHeader.of(file).orientation()).isEqualTo(3);
    }

    @Test
    void decodesCmyk() throws UnreadablePicture {
        byte[] file = PictureFiles.cmykJpeg();

        PictureHeader header = PictureHeader.of(file);

        assertThat(header.components()).isEqualTo(4);
        assertPixel(file, 20, 20, 128, 128, 128);
    }

    @Test
    void reducesAndGreysEveryKind() throws UnreadablePicture {
        for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            byte[] file = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), format);
            for (int reduction : new int[] {1, 2, 4, 8}) {
                try (Mat mat = Pictures.decode(file, PictureHeader.of(file), reduction, true)) {
                    assertThat(mat.channels()).isEqualTo(1);
                    assertThat(mat.cols()).isEqualTo((60 + reduction - 1) / reduction);
                    assertThat(mat.rows()).isEqualTo(40 / reduction);
                }
            }
        }
    }

    /** A reduced picture shows what the whole one does: a line is thinned, never dropped or kept as strong as it was. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp"})
    void averagesWhatAReducedPictureLeavesOut(String format) throws UnreadablePicture {
        BufferedImage lines = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            lines.setRGB(i % 64, i / 64, i % 8 == 3 ? 0xF0F0F0 : 0);
        }
        byte[] file = PictureFiles.written(lines, format);

        try (Mat mat = Pictures.decode(file, PictureHeader.of(file), 8, false)) {
            assertThat(mat.ptr(4, 4).get(0) & 0xFF).isEqualTo(30);
        }
    }

    @Test
    void decodesFirstFrameOfAnimations() throws UnreadablePicture {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        byte[] apng = PictureFiles.withChunk(png, "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        byte[] webp = PictureFiles.animatedWebp(PictureFiles.encoded(".webp", false));

        for (byte[] file : new byte[][] {apng, webp, PictureFiles.animatedGif()}) {
            assertThat(PictureHeader.of(file).animated()).isTrue();
            assertPixel(file, 25, 30, RED);
        }
    }

    @Test
    void estimatesJpegQualityWithinOneStep() throws UnreadablePicture {
        for (int quality : new int[] {30, 60, 75, 90, 95}) {
            PictureHeader header = PictureHeader.of(PictureFiles.jpeg(quality / 100f));

            assertThat(header.jpegQuality()).isBetween(quality - 1, quality + 1);
        }
    }

    @Test
    void readsDensity() throws UnreadablePicture {
        byte[] jpeg = PictureFiles.jpeg(0.9f);
        int jfif = 2 + 4; // start marker, segment marker and length
        jpeg[jfif + 7] = 1;
        ByteBuffer.wrap(jpeg, jfif + 8, 4).putShort((short) 300).putShort((short) 300);
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        byte[] dense = PictureFiles.withChunk(
                png,
                "pHYs",
                ByteBuffer.allocate(9).putInt(11811).putInt(11811).put((byte) 1).array());

        assertThat(PictureHeader.of(jpeg).dpiX()).isEqualTo(300);
        assertThat(PictureHeader.of(dense).dpiY()).isEqualTo(300);
        assertThat(PictureHeader.of(png).dpiX()).isZero();
    }

    @Test
    void ignoresBytesAfterThePicture() throws UnreadablePicture {
        byte[] tail = "PK\003\004 <html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        for (String format : new String[] {"png", "jpeg", "gif"}) {
            byte[] plain = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), format);
            byte[] polyglot = ByteBuffer.allocate(plain.length + tail.length)
                    .put(plain)
                    .put(tail)
                    .array();

            PictureHeader header = PictureHeader.of(polyglot);

            assertThat(header.length()).isEqualTo(plain.length);
            assertThat(header.trailingBytes()).isEqualTo(tail.length);
            assertPixel(polyglot, 25, 30, RED);
        }
    }

    @Test
    void refusesTruncatedFiles() {
        for (String format : new String[] {"png", "jpeg", "gif", "bmp"}) {
            byte[] whole = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), format);
            for (int length = 13; length < whole.length; length += 7) {
                assertReason(Arrays.copyOf(whole, length), Reason.TRUNCATED);
            }
        }
    }

    @Test
    void refusesFilesThatAreNotPictures() {
        assertReason(new byte[0], Reason.EMPTY);
        assertReason(new byte[100], Reason.NOT_A_PICTURE);
        assertReason("RIFF\044\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII), Reason.NOT_A_PICTURE);
        assertReason("<html><body>no picture at all</body>".getBytes(StandardCharsets.US_ASCII), Reason.NOT_A_PICTURE);
        assertReason("\0\0\0\030ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII), Reason.HEIC_UNSUPPORTED);
        assertReason(new byte[PictureHeader.MAX_BYTES + 1], Reason.TOO_MANY_BYTES);
    }

    @Test
    void distinguishesHeicAndAvifPicturesFromVideos() {
        for (String brand : new String[] {"heic", "heix", "mif1", "msf1", "avif"}) {
            assertReason(box(brand), Reason.HEIC_UNSUPPORTED);
        }
        assertReason(box("MiHB", "mif1", "MiHE", "heic"), Reason.HEIC_UNSUPPORTED); // a manufacturer's own brand first
        assertReason(box("qt  ", "qt  "), Reason.NOT_A_PICTURE);
        assertReason(box("isom", "isom", "avc1", "mp42"), Reason.NOT_A_PICTURE);
    }

    /** The first box of an HEIF-like file: its brand and the compatible brands. */
    private static byte[] box(String brand, String... others) {
        ByteBuffer file = ByteBuffer.allocate(16 + 4 * others.length + 40);
        file.putInt(16 + 4 * others.length)
                .put(("ftyp" + brand + "\0\0\0\0" + String.join("", others)).getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    @Test
    void refusesTiffAndRawFiles() {
        assertReason(
                Arrays.copyOf("II*\0\b\0\0\0".getBytes(StandardCharsets.US_ASCII), 100),
                Reason.NOT_A_PICTURE); // TIFF, DNG
        assertReason(Arrays.copyOf("MM\0*\0\0\0\b".getBytes(StandardCharsets.US_ASCII), 100), Reason.NOT_A_PICTURE);
    }

    @Test
    void refusesHugePicturesBeforeDecoding() {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png, 16, 8).putInt(50_000).putInt(50_000);
        byte[] bmp = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "bmp");
        ByteBuffer.wrap(bmp, 18, 8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(50_000)
                .putInt(50_000);

        assertReason(png, Reason.TOO_MANY_PIXELS);
        assertReason(bmp, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesPicturesThatWouldDecodeToMoreThan150Megabytes() throws UnreadablePicture {
        assertReason(claiming(16, 6, 5000, 5000), Reason.TOO_MANY_PIXELS);
        assertReason(claiming(16, 2, 6000, 5000), Reason.TOO_MANY_PIXELS);
        assertReason(claiming(8, 6, 8000, 5000), Reason.TOO_MANY_PIXELS);

        assertThat(PictureHeader.of(claiming(16, 6, 4000, 4000)).bits()).isEqualTo(16);
        assertThat(PictureHeader.of(claiming(8, 2, 8000, 6000)).width()).isEqualTo(8000);
    }

    @Test
    void refusesAProgressiveJpegWhoseCoefficientsTakeMoreThan150Megabytes() throws UnreadablePicture {
        assertReason(progressive(7000, 5000, 0x11), Reason.TOO_MANY_PIXELS); // full colour resolution: 210 MB
        assertReason(progressive(8000, 5000, 0x21), Reason.TOO_MANY_PIXELS); // at half the width: 160 MB

        assertThat(PictureHeader.of(progressive(5000, 5000, 0x11)).width()).isEqualTo(5000);
        assertThat(PictureHeader.of(progressive(8000, 6000, 0x22)).width()).isEqualTo(8000);
        assertThat(PictureHeader.of(claiming(PictureFiles.jpeg(0.9f), 8000, 6000, 0x11))
                        .width())
                .isEqualTo(8000);
    }

    /** One scan for each component is allowed without the progressive mode too, and keeps as much in memory. */
    @Test
    void refusesAJpegOfSeveralScansWhoseCoefficientsTakeMoreThan150Megabytes() {
        assertReason(claiming(withEmptyScans(2), 8000, 6000, 0x11), Reason.TOO_MANY_PIXELS);
    }

    private static byte[] progressive(int width, int height, int luminance) {
        byte[] jpeg = claiming(PictureFiles.jpeg(0.9f), width, height, luminance);
        jpeg[startOfFrame(jpeg) + 1] = (byte) 0xC2;
        return jpeg;
    }

    /** A JPEG whose header claims this size and these luminance sampling factors (horizontal, then vertical, in four bits each). */
    private static byte[] claiming(byte[] jpeg, int width, int height, int luminance) {
        int frame = startOfFrame(jpeg);
        ByteBuffer.wrap(jpeg, frame + 5, 4).putShort((short) height).putShort((short) width);
        jpeg[frame + 11] = (byte) luminance;
        return jpeg;
    }

    private static int startOfFrame(byte[] jpeg) {
        return new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0\0\u0011");
    }

    /** A PNG whose header claims these values. */
    private static byte[] claiming(int bits, int colourType, int width, int height) {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png, 16, 10)
                .putInt(width)
                .putInt(height)
                .put((byte) bits)
                .put((byte) colourType);
        return png;
    }

    @Test
    void putsTransparentSixteenBitPicturesOnWhite() throws UnreadablePicture {
        byte[] clear = PictureFiles.sixteenBits(0);
        byte[] opaque = PictureFiles.sixteenBits(65_535);

        assertThat(PictureHeader.of(clear).bits()).isEqualTo(16);
        assertPixel(clear, 5, 5, 255, 255, 255);
        assertPixel(opaque, 5, 5, RED);
    }

    @Test
    void refusesAJpegOfMoreThanAHundredScans() throws UnreadablePicture {
        assertThat(PictureHeader.of(withEmptyScans(99)).width()).isEqualTo(PictureFiles.WIDTH);
        assertReason(withEmptyScans(100), Reason.VARIANT_UNSUPPORTED);
    }

    /** A JPEG with this many empty scans before its own. */
    private static byte[] withEmptyScans(int count) {
        byte[] jpeg = PictureFiles.jpeg(0.9f);
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00DA");
        byte[] empty = {(byte) 0xFF, (byte) 0xDA, 0, 6, 1, 1, 0, 0};
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + count * empty.length);
        file.put(jpeg, 0, scan);
        for (int i = 0; i < count; i++) {
            file.put(empty);
        }
        return file.put(jpeg, scan, jpeg.length - scan).array();
    }

    @Test
    void reportsAPictureThatTheDecoderRejectsAsCorrupt() {
        byte[] png = PictureFiles.written(PictureFiles.image(BufferedImage.TYPE_INT_RGB), "png");
        ByteBuffer.wrap(png, 16, 8).putInt(61); // the header's checksum is now wrong

        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() ->
                        Pictures.decode(png, PictureHeader.of(png), 1, true).close())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT));
    }

    private static void assertReason(byte[] file, Reason reason) {
        assertThatExceptionOfType(UnreadablePicture.class)
                .isThrownBy(() -> PictureHeader.of(file))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertPixel(byte[] file, int x, int y, int... blueGreenRed) throws UnreadablePicture {
        try (Mat mat = Pictures.decode(file, PictureHeader.of(file), 1, false)) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(mat.ptr(y, x).get(channel) & 0xFF)
                        .as("channel %d at %d,%d", channel, x, y)
                        .isCloseTo(blueGreenRed[channel], org.assertj.core.data.Offset.offset(14));
            }
        }
    }
}
