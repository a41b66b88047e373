package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/**
 * The facts taken from an EXIF block. Broken blocks are common and harmless: they count as absent.
 *
 * @param orientation 1 to 8
 * @param dpiX 0 when absent
 * @param dpiY 0 when absent
 */
record Exif(int orientation, int dpiX, int dpiY) {
    static final Exif NONE = new Exif(1, 0, 0);

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int Y_RESOLUTION = 0x011B;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int INTEROPERABILITY_DIRECTORY = 0xA005;
    private static final int INTEROPERABILITY = 1;

    /** Reads the first directory of a TIFF structure ("II" or "MM" first). */
    static Exif read(Bytes tiff) {
        try {
            return directory(Tiff.of(tiff));
        } catch (UnreadablePicture e) {
            return NONE;
        }
    }

    /** Whether the camera declares Adobe RGB (DCF 2.0, JEITA CP-3461B), in which case it need not embed a profile. */
    static boolean isAdobeRgb(Bytes tiff) {
        try {
            Tiff all = Tiff.of(tiff);
            int exif = all.u32(all.entry(all.u32(4), EXIF_DIRECTORY) + 8);
            int interoperability = all.u32(all.entry(exif, INTEROPERABILITY_DIRECTORY) + 8);
            return tiff.ascii(all.entry(interoperability, INTEROPERABILITY) + 8, 3)
                    .equals("R03");
        } catch (UnreadablePicture e) {
            return false;
        }
    }

    private static Exif directory(Tiff tiff) throws UnreadablePicture {
        int at = tiff.u32(4);
        int entries = tiff.u16(at);
        int orientation = 1;
        double x = 0;
        double y = 0;
        double perInch = 1;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + 12 * i;
            switch (tiff.u16(entry)) {
                case ORIENTATION -> orientation = tiff.u16(entry + 8);
                case X_RESOLUTION -> x = tiff.rational(tiff.u32(entry + 8));
                case Y_RESOLUTION -> y = tiff.rational(tiff.u32(entry + 8));
                case RESOLUTION_UNIT -> perInch = tiff.u16(entry + 8) == 3 ? 2.54 : 1;
                default -> {
                    // no other tag is of interest
                }
            }
        }
        int upright = orientation >= 1 && orientation <= 8 ? orientation : 1;
        return new Exif(upright, dpi(x * perInch), dpi(y * perInch));
    }

    private static int dpi(double value) {
        return value >= 1 && value <= 100_000 ? (int) Math.round(value) : 0;
    }

    /** A TIFF structure with its byte order. */
    private record Tiff(Bytes bytes, boolean big) {
        static Tiff of(Bytes bytes) throws UnreadablePicture {
            String order = bytes.ascii(0, 2);
            if (!order.equals("II") && !order.equals("MM")) {
                throw new UnreadablePicture(Reason.CORRUPT);
            }
            return new Tiff(bytes, order.equals("MM"));
        }

        /** The offset of a directory's entry with that tag. */
        int entry(int directory, int tag) throws UnreadablePicture {
            int entries = u16(directory);
            for (int i = 0; i < entries; i++) {
                if (u16(directory + 2 + 12 * i) == tag) {
                    return directory + 2 + 12 * i;
                }
            }
            throw new UnreadablePicture(Reason.CORRUPT);
        }

        int u16(int at) throws UnreadablePicture {
            return big ? bytes.u16be(at) : bytes.u16le(at);
        }

        /** Offsets above 2 GiB lie outside every accepted file; they become -1, which is outside too. */
        int u32(int at) throws UnreadablePicture {
            long value = big ? bytes.u32be(at) : bytes.u32le(at);
            return value > Integer.MAX_VALUE ? -1 : (int) value;
        }

        /** A fraction, which lies outside of its directory; 0 where it is missing or none. */
        double rational(int at) {
            try {
                int below = u32(at + 4);
                return below <= 0 ? 0 : (double) u32(at) / below;
            } catch (UnreadablePicture e) {
                return 0;
            }
        }
    }
}
