package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/** Reads the headers of a Windows bitmap. */
final class BmpHeader {
    private static final int INFO_HEADER = 40;
    /**
     * The last compression whose pixels stand in the file itself: none, run lengths of 8 and 4 bits, bit fields. Of 4 and 5, a JPEG and a PNG
     * within, the size is nowhere checked, and the JDK allocates as many bytes for them as the file claims.
     */
    private static final long BIT_FIELDS = 3;

    private BmpHeader() {}

    static PictureHeader read(Bytes bytes) throws UnreadablePicture {
        long headerSize = bytes.u32le(14);
        if (headerSize < INFO_HEADER || headerSize > 124) {
            throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED); // OS/2 bitmaps
        }
        int width = (int) bytes.u32le(18);
        int height = (int) bytes.u32le(22);
        int bitsPerPixel = bytes.u16le(28);
        long compression = bytes.u32le(30);
        if (compression > BIT_FIELDS) {
            throw new UnreadablePicture(Reason.VARIANT_UNSUPPORTED);
        }
        if (width <= 0 || height == 0 || height == Integer.MIN_VALUE) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        PictureHeader.checkSize(width, Math.abs(height));
        long start = bytes.u32le(10);
        if (compression == 0 || compression == BIT_FIELDS) {
            long row = ((long) width * bitsPerPixel + 31) / 32 * 4;
            if (start + row * Math.abs(height) > bytes.length()) {
                throw new UnreadablePicture(Reason.TRUNCATED);
            }
        }
        return new PictureHeader(
                PictureType.BMP,
                width,
                Math.abs(height),
                1,
                false,
                3,
                bitsPerPixel == 16 ? 5 : 8,
                bitsPerPixel == 32 && compression == BIT_FIELDS,
                dpi(bytes.u32le(38)),
                dpi(bytes.u32le(42)),
                0,
                bytes.length(),
                bytes.length());
    }

    /** Converts dots per metre to dots per inch; 0 when implausible. */
    static int dpi(long perMetre) {
        return perMetre <= 0 || perMetre > 4_000_000 ? 0 : (int) Math.round(perMetre * 0.0254);
    }
}
