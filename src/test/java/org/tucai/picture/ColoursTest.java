package org.tucai.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures whose files declare a colour space other than sRGB. */
class ColoursTest {
    /** The light blue of the standard's backgrounds. */
    private static final int[] BLUE = {100, 197, 255};

    private static final int[] SKIN = {224, 172, 140};

    @ParameterizedTest
    @EnumSource
    void convertsEveryColourSpaceAndFileFormatToSrgb(ColourProfiles space) throws UnreadablePicture {
        for (int[] colour : new int[][] {BLUE, SKIN, {240, 240, 240}, {255, 255, 255}, {40, 30, 25}, {0, 0, 0}}) {
            int[] stored = space.of(colour);

            assertColour(ColourProfiles.inJpeg(file(".jpg", stored), space.matrix()), colour);
            assertColour(ColourProfiles.inPng(file(".png", stored), space.matrix()), colour);
            assertColour(ColourProfiles.inWebp(file(".webp", stored), "ICCP", space.matrix()), colour);
            assertColour(ColourProfiles.inPng(file(".png", stored), space.tabled()), colour);
        }
    }

    @Test
    void showsWithoutItsProfileTheDullerColoursThatAPhoneStored() throws UnreadablePicture {
        int[] stored = ColourProfiles.DISPLAY_P3.of(BLUE);

        assertThat(stored).containsExactly(125, 195, 250);
        assertColour(file(".png", stored), stored);
    }

    @ParameterizedTest
    @MethodSource("curves")
    void agreesWithLittleCmsForEveryToneCurve(String what, byte[] profile) throws UnreadablePicture {
        byte[] colours = new byte[3 * 500];
        new Random(7).nextBytes(colours);
        BufferedImage picture = new BufferedImage(500, 1, BufferedImage.TYPE_3BYTE_BGR);
        picture.getRaster().setDataElements(0, 0, 500, 1, colours);
        WritableRaster expected = converted(colours, profile);

        try (Mat mat = decode(ColourProfiles.inPng(PictureFiles.written(picture, "png"), profile))) {
            for (int x = 0; x < 500; x++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(mat.ptr(0, x).get(2 - c) & 0xFF)
                            .as("%s, component %d of colour %d", what, c, x)
                            .isCloseTo(expected.getSample(x, 0, c), Offset.offset(1));
                }
            }
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> curves() {
        ColourProfiles p3 = ColourProfiles.DISPLAY_P3;
        return Stream.of(
                arguments("the formula of sRGB", p3.matrix()),
                arguments("a power", ColourProfiles.ADOBE_RGB.matrix()),
                arguments("a table", p3.matrix("RGB ", ColourProfiles.srgbCurve(1024))),
                arguments("a table of two points", p3.matrix("RGB ", ColourProfiles.curve(2, v -> v))),
                arguments("the formula of a power", p3.matrix("RGB ", ColourProfiles.formula(0, 1.8))),
                arguments("CIE 122", p3.matrix("RGB ", ColourProfiles.formula(1, 2.2, 0.95, 0.05))),
                arguments("IEC 61966-3", p3.matrix("RGB ", ColourProfiles.formula(2, 2.2, 0.9, 0.02, 0.01))),
                arguments(
                        "all parameters",
                        p3.matrix("RGB ", ColourProfiles.formula(4, 2.4, 0.9, 0.06, 0.08, 0.04, 0.01, 0.005))));
    }

    private static WritableRaster converted(byte[] rgb, byte[] profile) {
        WritableRaster raster = Raster.createInterleavedRaster(0, rgb.length / 3, 1, 3, null);
        raster.setDataElements(0, 0, rgb.length / 3, 1, rgb);
        ICC_Profile[] way = {ICC_Profile.getInstance(profile), ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        return new ColorConvertOp(way, null).filter(raster, raster.createCompatibleWritableRaster());
    }

    @Test
    void convertsReducedPicturesAndDecodesToGrey() throws UnreadablePicture {
        byte[] file = ColourProfiles.inJpeg(
                file(".jpg", ColourProfiles.DISPLAY_P3.of(BLUE)), ColourProfiles.DISPLAY_P3.matrix());

        for (int reduction : new int[] {2, 4, 8}) {
            try (Mat mat = Pictures.decode(file, PictureHeader.of(file), reduction, false)) {
                assertPixel(mat, BLUE);
            }
        }
        try (Mat mat = Pictures.decode(file, PictureHeader.of(file), 1, true)) {
            assertThat(mat.channels()).isEqualTo(1);
        }
    }

    @Test
    void prefersTheCicpChunkOfAPngToItsProfile() throws UnreadablePicture {
        byte[] p3 = file(".png", ColourProfiles.DISPLAY_P3.of(SKIN));
        byte[] adobe = ColourProfiles.ADOBE_RGB.matrix();

        assertColour(PictureFiles.withChunk(p3, "cICP", new byte[] {12, 13, 0, 1}), SKIN);
        assertColour(ColourProfiles.inPng(PictureFiles.withChunk(p3, "cICP", new byte[] {12, 13, 0, 1}), adobe), SKIN);
        assertColour(PictureFiles.withChunk(file(".png", SKIN), "cICP", new byte[] {1, 13, 0, 1}), SKIN);
        // an HDR transfer function (PQ) is ignored, and the profile beside it applies
        assertColour(
                ColourProfiles.inPng(
                        PictureFiles.withChunk(p3, "cICP", new byte[] {9, 16, 0, 1}),
                        ColourProfiles.DISPLAY_P3.matrix()),
                SKIN);
    }

    @Test
    void convertsAPngByItsGammaAndChromaticities() throws UnreadablePicture {
        double[] p3 = {0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06};
        double[] srgbUnderD50 = {0.3457, 0.3585, 0.6484, 0.3309, 0.3212, 0.5979, 0.1559, 0.0660};
        for (int[] colour : new int[][] {BLUE, SKIN, {240, 240, 240}, {40, 30, 25}, {255, 255, 255}}) {
            assertColour(measured(file(".png", ColourProfiles.DISPLAY_P3.of(colour)), 0.45455, p3), colour);
            assertColour(measured(file(".png", colour), 0.45455, srgbUnderD50), colour);
        }
        // half the light, stored linearly and with the gamma of an old Macintosh
        assertColour(measured(file(".png", 128, 128, 128), 1, null), 188, 188, 188);
        assertColour(measured(file(".png", 174, 174, 174), 0.5555, null), 188, 188, 188);
    }

    @Test
    void treatsAPngOfTheUsualGammaAsSrgb() throws UnreadablePicture {
        byte[] png = file(".png", 40, 30, 25);

        for (double gamma : new double[] {0.45455, 0.4545, 0.45}) {
            assertColour(measured(png, gamma, null), 40, 30, 25);
            assertColour(measured(png, gamma, Chromaticities.SRGB), 40, 30, 25);
        }
    }

    @Test
    void prefersCicpProfileAndSrgbChunksOfAPngToItsGamma() throws UnreadablePicture {
        byte[] p3 = measured(file(".png", ColourProfiles.DISPLAY_P3.of(SKIN)), 1, null);

        assertColour(PictureFiles.withChunk(p3, "cICP", new byte[] {12, 13, 0, 1}), SKIN);
        assertColour(ColourProfiles.inPng(p3, ColourProfiles.DISPLAY_P3.matrix()), SKIN);
        assertColour(PictureFiles.withChunk(measured(file(".png", SKIN), 1, null), "sRGB", new byte[] {0}), SKIN);
    }

    @Test
    void treatsAPngWithoutUsableGammaOrChromaticitiesAsSrgb() throws UnreadablePicture {
        byte[] png = file(".png", BLUE);
        double[] p3 = {0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06};

        assertColour(PictureFiles.withChunk(png, "cHRM", hundredThousandths(p3)), BLUE);
        for (double gamma : new double[] {0, 0.00001, 21_000}) {
            assertColour(measured(png, gamma, p3), BLUE);
        }
        for (double[] none : new double[][] {
            new double[8],
            {0.3127, 0.3290, 0.64, 0.33, 0.64, 0.33, 0.15, 0.06},
            {0.3127, 0, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06},
            {0.9, 0.05, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06},
            {0.3127, 0.3290, 20_000, 0.33, 0.30, 0.60, 0.15, 0.06}
        }) {
            assertColour(measured(png, 1, none), BLUE);
        }
        assertColour(PictureFiles.withChunk(png, "gAMA", new byte[] {0, 1}), BLUE);
        assertColour(PictureFiles.withChunk(measured(png, 1, null), "cHRM", new byte[] {0, 1}), BLUE);
    }

    private static byte[] measured(byte[] png, double gamma, double @Nullable [] places) {
        byte[] some = places == null ? png : PictureFiles.withChunk(png, "cHRM", hundredThousandths(places));
        return PictureFiles.withChunk(some, "gAMA", hundredThousandths(gamma));
    }

    private static byte[] hundredThousandths(double... numbers) {
        ByteBuffer out = ByteBuffer.allocate(4 * numbers.length);
        for (double number : numbers) {
            out.putInt((int) Math.round(100_000 * number));
        }
        return out.array();
    }

    @Test
    void convertsATransparentSixteenBitPng() throws UnreadablePicture {
        byte[] profile = ColourProfiles.DISPLAY_P3.matrix();

        assertColour(ColourProfiles.inPng(PictureFiles.sixteenBits(0), profile), 255, 255, 255);
        assertColour(ColourProfiles.inPng(PictureFiles.sixteenBits(65_535), profile), 255, 0, 0);
    }

    @Test
    void recognisesEveryFormOfSrgbAndConvertsNothing() throws UnreadablePicture {
        List<byte[]> profiles = List.of(
                ColourProfiles.SRGB.matrix(),
                ColourProfiles.SRGB.matrix("RGB ", ColourProfiles.srgbCurve(1024)),
                ColourProfiles.SRGB.matrix("RGB ", ColourProfiles.srgbCurve(4096)),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

        for (byte[] profile : profiles) {
            byte[] jpeg = ColourProfiles.inJpeg(PictureFiles.jpeg(0.9f), profile);
            assertThat(ToSrgb.of(jpeg, PictureHeader.of(jpeg))).isNull();
        }
        assertThat(ToSrgb.of(PictureFiles.jpeg(0.9f), PictureHeader.of(PictureFiles.jpeg(0.9f))))
                .isNull();
    }

    @Test
    void convertsAGreyPictureByItsGreyProfileOnly() throws UnreadablePicture {
        byte[] png = PictureFiles.written(grey(100), "png");
        byte[] jpeg = PictureFiles.written(grey(100), "jpeg");
        int lighter = (int) Math.round(255 * srgb(Math.pow(100 / 255.0, 1.8)));

        assertThat(PictureHeader.of(jpeg).components()).isEqualTo(1);
        byte[] power = ColourProfiles.grey(ColourProfiles.curve(1.8));
        assertColour(ColourProfiles.inPng(png, power), lighter, lighter, lighter);
        assertColour(ColourProfiles.inJpeg(jpeg, power), lighter, lighter, lighter);
        // a profile for colour pictures does not tint a grey one
        assertColour(ColourProfiles.inJpeg(jpeg, ColourProfiles.DISPLAY_P3.matrix()), 100, 100, 100);
    }

    private static BufferedImage grey(int value) {
        BufferedImage image = new BufferedImage(PictureFiles.WIDTH, PictureFiles.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((java.awt.image.DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) value);
        return image;
    }

    private static double srgb(double light) {
        return 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    @Test
    void assemblesAProfileFromItsNumberedSegments() throws UnreadablePicture {
        int[] stored = ColourProfiles.DISPLAY_P3.of(BLUE);
        List<byte[]> segments = ColourProfiles.segments(ColourProfiles.DISPLAY_P3.matrix(), 60);
        List<byte[]> backwards = new ArrayList<>(segments);
        Collections.reverse(backwards);

        assertThat(segments).hasSizeGreaterThan(5);
        assertColour(ColourProfiles.inJpeg(file(".jpg", stored), segments), BLUE);
        assertColour(ColourProfiles.inJpeg(file(".jpg", stored), backwards), BLUE);
    }

    @Test
    void convertsTheMainPictureOfAJpegFollowedByAGainMap() throws UnreadablePicture {
        byte[] segment = ByteBuffer.allocate(4 + 60)
                .putShort((short) 0xFFE2)
                .putShort((short) 62)
                .put("MPF\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .array();
        List<byte[]> segments = new ArrayList<>(ColourProfiles.segments(ColourProfiles.DISPLAY_P3.matrix(), 65_519));
        segments.add(0, segment);
        byte[] first = ColourProfiles.inJpeg(file(".jpg", ColourProfiles.DISPLAY_P3.of(BLUE)), segments);
        byte[] map = PictureFiles.written(grey(100), "jpeg");
        byte[] both = ByteBuffer.allocate(first.length + map.length)
                .put(first)
                .put(map)
                .array();

        assertThat(PictureHeader.of(both).trailingBytes()).isEqualTo(map.length);
        assertColour(both, BLUE);
    }

    @Test
    void honoursTheExifMarkOfAdobeRgb() throws UnreadablePicture {
        byte[] jpeg = file(".jpg", ColourProfiles.ADOBE_RGB.of(SKIN));

        assertColour(withInteroperability(jpeg, "R03"), SKIN);
        assertColour(withInteroperability(file(".jpg", SKIN), "R98"), SKIN); // sRGB
        assertColour(
                withInteroperability(ColourProfiles.inJpeg(file(".jpg", SKIN), ColourProfiles.SRGB.matrix()), "R03"),
                SKIN);
    }

    /** The JPEG with an EXIF block of three directories, the last of which names the interoperability rules. */
    private static byte[] withInteroperability(byte[] jpeg, String rules) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 3 * 18);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        exif.putShort((short) 1)
                .putShort((short) 0xA005)
                .putShort((short) 4)
                .putInt(1)
                .putInt(44)
                .putInt(0);
        exif.putShort((short) 1).putShort((short) 0x0001).putShort((short) 2).putInt(4);
        exif.put((rules + "\0").getBytes(StandardCharsets.US_ASCII)).putInt(0);
        return PictureFiles.withExif(jpeg, exif);
    }

    @Test
    void acceptsAnUnnecessarilyLargeProfile() throws UnreadablePicture {
        byte[] large = Arrays.copyOf(ColourProfiles.DISPLAY_P3.matrix(), 1_500_000);

        assertColour(ColourProfiles.inJpeg(file(".jpg", ColourProfiles.DISPLAY_P3.of(SKIN)), large), SKIN);
        assertColour(ColourProfiles.inPng(file(".png", ColourProfiles.DISPLAY_P3.of(SKIN)), large), SKIN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenProfiles")
    void treatsAPictureWithAnUnusableProfileAsSrgb(String what, byte[] profile) throws UnreadablePicture {
        assertColour(ColourProfiles.inJpeg(file(".jpg", BLUE), profile), BLUE);
        assertColour(ColourProfiles.inPng(file(".png", BLUE), profile), BLUE);
        assertColour(ColourProfiles.inWebp(file(".webp", BLUE), "ICCP", profile), BLUE);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> brokenProfiles() {
        byte[] good = ColourProfiles.DISPLAY_P3.matrix();
        return Stream.of(
                arguments("4 MB", Arrays.copyOf(good, 4 * 1024 * 1024)),
                arguments("cut off", Arrays.copyOf(good, 300)),
                arguments("cut off in its header", Arrays.copyOf(good, 100)),
                arguments("noise", noise(600)),
                arguments("of print colours", ColourProfiles.DISPLAY_P3.matrix("CMYK", ColourProfiles.curve(2.2))),
                arguments("of grey", ColourProfiles.grey(ColourProfiles.curve(1.0))),
                arguments("a version to come", with(good, 8, 5)),
                arguments("without its mark", with(good, 36, 'x')),
                arguments("of tags beyond its end", with(good, 128 + 4 + 4, 0x7F)),
                arguments("of four thousand million tags", with(good, 128, 0xFF)),
                arguments("without tags", ColourProfiles.profile("RGB ", Map.of())),
                arguments("of a white that is not white", with(good, 128 + 4 + 7 * 12 + 9, 1)),
                arguments("of a curve longer than the file", longCurve()),
                arguments("of a formula that is not known", unknownFormula()),
                arguments("of tables of 100 MB", with(ColourProfiles.DISPLAY_P3.tabled(), 128 + 4 + 2 * 12 + 10, 0xFF)),
                arguments("of tables of nothing", ColourProfiles.profile("RGB ", Map.of("A2B0", noise(200)))));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static byte[] with(byte[] profile, int at, int value) {
        byte[] changed = profile.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] longCurve() {
        byte[] curve = ColourProfiles.srgbCurve(64);
        ByteBuffer.wrap(curve, 8, 4).putInt(Integer.MAX_VALUE);
        return ColourProfiles.DISPLAY_P3.matrix("RGB ", curve);
    }

    private static byte[] unknownFormula() {
        return ColourProfiles.DISPLAY_P3.matrix("RGB ", ColourProfiles.formula(5, 1, 1, 1, 1, 1, 1, 1));
    }

    @Test
    void treatsAJpegWithMissingOrRepeatedProfileSegmentsAsSrgb() throws UnreadablePicture {
        List<byte[]> segments = ColourProfiles.segments(ColourProfiles.DISPLAY_P3.matrix(), 100);
        List<byte[]> twice = new ArrayList<>(segments);
        twice.set(1, segments.getFirst());
        List<byte[]> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(segments.get(i % segments.size()));
        }

        for (List<byte[]> some : List.of(segments.subList(0, 2), segments.subList(1, 4), twice, many)) {
            assertColour(ColourProfiles.inJpeg(file(".jpg", BLUE), some), BLUE);
        }
    }

    @Test
    void usesTheFirstOfSeveralProfilesOfAPng() throws UnreadablePicture {
        byte[] png = ColourProfiles.inPng(
                file(".png", ColourProfiles.DISPLAY_P3.of(SKIN)), ColourProfiles.ADOBE_RGB.matrix());

        assertColour(ColourProfiles.inPng(png, ColourProfiles.DISPLAY_P3.matrix()), SKIN); // inserted before the other
    }

    @Test
    void treatsAPngWhoseProfileDoesNotDecompressAsSrgb() throws UnreadablePicture {
        byte[] png = file(".png", BLUE);

        for (String body : new String[] {"", "name", "name\0\1packed", "name\0\0not packed", "\0", "name\0"}) {
            assertColour(PictureFiles.withChunk(png, "iCCP", body.getBytes(StandardCharsets.US_ASCII)), BLUE);
        }
        assertColour(PictureFiles.withChunk(png, "cICP", new byte[] {12}), BLUE);
        assertColour(ColourProfiles.inPng(png, new byte[200 << 20]), BLUE); // 200 MB of zeros in 200 KB
    }

    @Test
    void survivesRandomlyCorruptedProfiles() throws UnreadablePicture {
        Random random = new Random(11);
        byte[] png = file(".png", BLUE);
        byte[][] seeds = {
            ColourProfiles.DISPLAY_P3.matrix(),
            ColourProfiles.DISPLAY_P3.matrix("RGB ", ColourProfiles.srgbCurve(256)),
            ColourProfiles.DISPLAY_P3.tabled()
        };
        for (int i = 0; i < 3000; i++) {
            byte[] profile = seeds[i % seeds.length].clone();
            for (int change = 0; change < 1 + i % 5; change++) {
                profile[random.nextInt(Math.min(profile.length, 600))] = (byte) random.nextInt(256);
            }

            try (Mat mat = decode(ColourProfiles.inPng(png, profile))) {
                assertThat(mat.cols()).isEqualTo(PictureFiles.WIDTH);
            }
        }
    }

    private static byte[] file(String extension, int... rgb) {
        try (Scalar colour = new Scalar(rgb[2], rgb[1], rgb[0], 0);
                Mat mat = new Mat(PictureFiles.HEIGHT, PictureFiles.WIDTH, opencv_core.CV_8UC3, colour);
                BytePointer out = new BytePointer();
                IntPointer best = switch (extension) {
                    case ".jpg" -> new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 100);
                    case ".webp" -> new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101); // lossless
                    default -> new IntPointer(opencv_imgcodecs.IMWRITE_PNG_COMPRESSION, 9);
                }) {
            opencv_imgcodecs.imencode(extension, mat, out, best);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }

    private static Mat decode(byte[] file) throws UnreadablePicture {
        return Pictures.decode(file, PictureHeader.of(file), 1, false);
    }

    private static void assertColour(byte[] file, int... rgb) throws UnreadablePicture {
        try (Mat mat = decode(file)) {
            assertPixel(mat, rgb);
        }
    }

    private static void assertPixel(Mat mat, int... rgb) {
        BytePointer pixel = mat.ptr(mat.rows() / 2, mat.cols() / 2);
        Color read = new Color(pixel.get(2) & 0xFF, pixel.get(1) & 0xFF, pixel.get(0) & 0xFF);
        assertThat(new int[] {read.getRed(), read.getGreen(), read.getBlue()})
                .as("red, green, blue")
                .satisfies(values -> {
                    for (int i = 0; i < 3; i++) {
                        assertThat(values[i]).isCloseTo(rgb[i], Offset.offset(2));
                    }
                });
    }
}
