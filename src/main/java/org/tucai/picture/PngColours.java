package org.tucai.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The colour space that a PNG file declares, by the first of these that it has (PNG third edition, 4.3): a code in cICP, an ICC profile
 * in iCCP, sRGB, or a curve in gAMA with primaries in cHRM.
 */
final class PngColours {
    /** gAMA and cHRM store values multiplied by this. */
    private static final double UNIT = 100_000;

    /** The gAMA of files in sRGB, whose curve is not a power function: 1/2.2 (11.3.2.5). */
    private static final double AS_SRGB = 0.45455;

    /** Tolerance for it: programs round it to two or three digits. */
    private static final double NEARLY = 0.006;

    /** No real picture has a curve outside these limits. */
    private static final double LEAST_GAMMA = 0.2;

    private static final double MOST_GAMMA = 2.5;
    private static final int FIRST_CHUNK = 8;
    private static final int LONGEST_NAME = 79;

    private PngColours() {}

    static @Nullable ToSrgb toSrgb(Bytes png, int components) throws UnreadablePicture {
        Bytes packed = null;
        Bytes gamma = null;
        Bytes places = null;
        boolean srgb = false;
        int at = FIRST_CHUNK;
        while (true) {
            String name = png.ascii(at + 4, 4);
            Bytes body = PngHeader.chunk(png, at);
            at += 12 + body.length();
            switch (name) {
                case "cICP" -> {
                    CodedColours coded = CodedColours.of(body);
                    if (coded != null) {
                        return coded.toSrgb();
                    }
                }
                case "iCCP" -> packed = packed == null ? body : packed; // only the first: one is allowed
                case "sRGB" -> srgb = true;
                case "gAMA" -> gamma = body;
                case "cHRM" -> places = body;
                case "IDAT" -> {
                    if (packed != null) {
                        return IccProfile.toSrgb(inflated(packed), components);
                    }
                    return srgb || gamma == null ? null : measured(gamma, places);
                }
                default -> {
                    // says nothing about colours
                }
            }
        }
    }

    /** By the exponent of the curve and the primaries, sRGB's when there are none; primaries alone would say nothing about tones. */
    private static @Nullable ToSrgb measured(Bytes gamma, @Nullable Bytes places) throws UnreadablePicture {
        double exponent = gamma.u32be(0) / UNIT;
        if (exponent < LEAST_GAMMA || exponent > MOST_GAMMA) {
            return null;
        }
        double[] tone = Math.abs(exponent - AS_SRGB) < NEARLY ? ToneCurve.srgb() : ToneCurve.gamma(1 / exponent);
        double[] named = Chromaticities.SRGB.clone();
        for (int i = 0; places != null && i < named.length; i++) {
            named[i] = places.u32be(4 * i) / UNIT;
        }
        double[][] primaries = Chromaticities.primaries(named);
        return primaries == null ? null : MatrixColours.ofXyz(primaries, new double[][] {tone, tone, tone});
    }

    /** Before the profile stand a name, ended by a zero, and the compression method, which can only be 0 (ISO/IEC 15948, 11.3.2.3). */
    private static Bytes inflated(Bytes body) throws UnreadablePicture {
        int end = body.find(0, 0);
        if (end > LONGEST_NAME || body.u8(end + 1) != 0) {
            return Bytes.NONE;
        }
        byte[] packed = body.copy(end + 2, body.length() - end - 2);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] profile = in.readNBytes(IccProfile.MAX_BYTES + 1); // bounded: a small chunk may inflate to any size
            return profile.length > IccProfile.MAX_BYTES ? Bytes.NONE : Bytes.of(profile);
        } catch (IOException e) {
            return Bytes.NONE;
        }
    }
}
