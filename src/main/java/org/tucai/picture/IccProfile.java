package org.tucai.picture;

import org.jspecify.annotations.Nullable;

/**
 * An ICC profile, ICC.1:2022 (version 4) and ICC.1:2001-04 (version 2), read as far as turning a picture's colours to sRGB
 * needs it. A profile that contradicts itself, or is of another kind than the picture, counts as absent.
 */
final class IccProfile {
    /** Largest profile that is looked at. A camera's has some hundred bytes to some thousand, one with tables up to a million. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int MOST_TAGS = 100;
    private static final String[] PROGRAMS = {"D2B0", "D2B1", "D2B2", "D2B3"};

    /** The white that profiles refer to: CIE illuminant D50 (7.2.16). */
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    /** A profile's primaries have to add up to it this nearly. */
    private static final double WHITE_TOLERANCE = 0.05;

    private final Bytes bytes;
    private final int tags;

    private IccProfile(Bytes bytes, int tags) {
        this.bytes = bytes;
        this.tags = tags;
    }

    /**
     * The way to sRGB.
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
        if (space.equals("RGB ")) { // a grey picture of such a profile has three equal components
            return icc.find("A2B0") != null ? icc.tabled() : icc.matrix();
        }
        return space.equals("GRAY") && components == 1 ? icc.grey() : null;
    }

    /** Whether a profile says what inks look like. */
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
            icc.tag(i); // none reaches beyond the end: tables go to a library
        }
        return icc;
    }

    private Bytes tag(int number) throws UnreadablePicture {
        int entry = HEADER + 4 + TAG * number;
        return bytes.part(place(bytes.u32be(entry + 4)), place(bytes.u32be(entry + 8)));
    }

    /** A place that cannot lie inside becomes -1, which is outside too. */
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
        return tag == null ? Bytes.NONE : tag; // in which nothing can be read
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

    /** Tables have a few steps; the programs that stand beside them in some profiles (D2B, 10.16) have as many as they like. */
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
