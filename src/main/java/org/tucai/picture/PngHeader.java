package org.tucai.picture;

import org.tucai.picture.UnreadablePicture.Reason;

/** Walks the chunks of a PNG file (ISO/IEC 15948, APNG included). */
final class PngHeader {
    private static final int FIRST_CHUNK = 8;

    private PngHeader() {}

    static PictureHeader read(Bytes bytes) throws UnreadablePicture {
        if (bytes.u32be(FIRST_CHUNK) != 13 || !bytes.ascii(12, 4).equals("IHDR")) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        int kind = bytes.u8(25);
        boolean alpha = (kind & 4) != 0;
        boolean animated = false;
        boolean data = false;
        int[] dpi = {0, 0};
        Exif exif = Exif.NONE;
        int at = FIRST_CHUNK;
        while (true) {
            Bytes body = chunk(bytes, at);
            String name = bytes.ascii(at + 4, 4);
            at += 12 + body.length();
            switch (name) {
                case "acTL" -> animated = body.u32be(0) > 1;
                case "tRNS" -> alpha = true;
                case "IDAT" -> data = true;
                case "pHYs" -> dpi = density(body);
                case "eXIf" -> exif = Exif.read(body);
                default -> {
                    // texts and times do not matter; the colour space is read after decoding
                }
            }
            if (name.equals("IEND")) {
                break;
            }
        }
        if (!data) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        return new PictureHeader(
                PictureType.PNG,
                size(bytes.u32be(16)),
                size(bytes.u32be(20)),
                exif.orientation(),
                animated,
                (kind & 2) != 0 ? 3 : 1,
                kind == 3 ? 8 : bytes.u8(24),
                alpha,
                dpi[0],
                dpi[1],
                0,
                at,
                bytes.length());
    }

    /** The body of the chunk that begins at {@code at}. */
    static Bytes chunk(Bytes bytes, int at) throws UnreadablePicture {
        long length = bytes.u32be(at);
        if (length > Integer.MAX_VALUE - 12) {
            throw new UnreadablePicture(Reason.CORRUPT);
        }
        bytes.part(at + 8 + (int) length, 4); // its checksum has to be there too
        return bytes.part(at + 8, (int) length);
    }

    private static int size(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private static int[] density(Bytes body) throws UnreadablePicture {
        if (body.length() < 9 || body.u8(8) != 1) {
            return new int[] {0, 0};
        }
        return new int[] {BmpHeader.dpi(body.u32be(0)), BmpHeader.dpi(body.u32be(4))};
    }
}
