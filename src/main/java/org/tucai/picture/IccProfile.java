package org.tucai.picture;

import org.jspecify.annotations.Nullable;

/**
 * An ICC profile, ICC.1:2022 (version 4) and ICC.1:2001-04 (version 2), read as far as converting a picture's colours to sRGB
 * needs it. A profile that contradicts itself, or does not match the picture's kind, counts as absent.
 */
final class IccProfile {
    /** Largest profile that is read. A camera's has hundreds to thousands of bytes, one with tables up to a million. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int MOST_TAGS = 100;
    private static final String[] PROGRAMS = {"D2B0", "D2B1", "D2B2", "D2B3"};

    /** The white of the profile connection space: CIE illuminant D50 (7.2.16). */
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    /** How far the sum of a profile's primaries may be from that white. */
    private static final double WHITE_TOLERANCE = 0.05;

    private final Bytes bytes;
    private final int tags;

    private IccProfile(Bytes bytes, int tags) {
        this.bytes = bytes;
        this.tags = tags;
    }

    /**
     * The conversion to sRGB.
     *
     * @param profile as embedded, may be empty
     * @param components of the picture: 1 grey, 3 colour
     * @return null when there is nothing to change
     */
    static @Nullable ToSrgb toSrgb(Bytes profile, int components) throws UnreadablePicture {
        if (profile.length() < HEADER || profile.length() > MAX_BYTES) {
            return null;
        }
        IccProfile icc = open(profile);
        String space = profile.ascii(16, 4);
        if (icc == null || components > 3) {
            return null;
        }
        if (space.equals("RGB ")) { // a grey picture with an RGB profile has three equal components
            return icc.find("A2B0") != null ? icc.tabled() : icc.matrix();
        }
        return space.equals("GRAY") && components == 1 ? icc.grey() : null;
    }

    /** Whether a profile describes inks (CMYK). */
    static boolean isOfInks(Bytes profile) throws UnreadablePicture {
        return profile.length() >= HEADER && profile.ascii(16, 4).equals("CMYK");
    }

    private static @Nullable IccProfile open(Bytes profile) throws UnreadablePicture {
        long size = profile.u32be(0);
        int version = profile.u8(8);
        if (!profile.ascii(36, 4).equals("acsp")
                || version < 2
                || version > 4
                || size < HEADER + 4
                || size > profile.length()) {
            return null;
        }
        Bytes bytes = profile.part(0, (int) size);
        long tags = bytes.u32be(HEADER);
        if (tags > MOST_TAGS) {
            return null;
        }
        IccProfile icc = new IccProfile(bytes, (int) tags);
        for (int i = 0; i < tags; i++) {
            icc.tag(i); // throws when a tag reaches beyond the end: profiles with tables are passed to a library
        }
        return icc;
    }

    private Bytes tag(int number) throws UnreadablePicture {
        int entry = HEADER + 4 + TAG * number;
        return bytes.part(place(bytes.u32be(entry + 4)), place(bytes.u32be(entry + 8)));
    }

    /** An offset or length that cannot lie inside becomes -1, which is outside too. */
    private static int place(long value) {
        return value > MAX_BYTES ? -1 : (int) value;
    }

    private @Nullable Bytes find(String name) throws UnreadablePicture {
        for (int i = 0; i < tags; i++) {
            if (bytes.ascii(HEADER + 4 + TAG * i, 4).equals(name)) {
                return tag(i);
            }
        }
        return null;
    }

    private Bytes require(String name) throws UnreadablePicture {
        Bytes tag = find(name);
        return tag == null ? Bytes.NONE : tag; // every read from it fails
    }

    private @Nullable ToSrgb matrix() throws UnreadablePicture {
        double[][] primaries = {xyz("rXYZ"), xyz("gXYZ"), xyz("bXYZ")};
        double[][] tones = {curve("rTRC"), curve("gTRC"), curve("bTRC")};
        for (int i = 0; i < 3; i++) {
            double sum = primaries[0][i] + primaries[1][i] + primaries[2][i];
            if (Math.abs(sum - WHITE[i]) > WHITE_TOLERANCE) {
                return null;
            }
        }
        return isOfXyz() ? MatrixColours.ofXyz(primaries, tones) : null;
    }

    /** Tables take a few steps; the programs that some profiles hold beside them (D2B, 10.16) may take any number and are refused. */
    private @Nullable ToSrgb tabled() throws UnreadablePicture {
        for (String program : PROGRAMS) {
            if (find(program) != null) {
                return null;
            }
        }
        return TabledColours.of(bytes);
    }

    private @Nullable ToSrgb grey() throws UnreadablePicture {
        double[] tone = curve("kTRC");
        return isOfXyz() ? MatrixColours.grey(tone) : null;
    }

    private boolean isOfXyz() throws UnreadablePicture {
        return bytes.ascii(20, 4).equals("XYZ ");
    }

    private double[] xyz(String name) throws UnreadablePicture {
        Bytes tag = require(name);
        return new double[] {ToneCurve.fixed(tag, 8), ToneCurve.fixed(tag, 12), ToneCurve.fixed(tag, 16)};
    }

    private double[] curve(String name) throws UnreadablePicture {
        return ToneCurve.read(require(name));
    }
}
