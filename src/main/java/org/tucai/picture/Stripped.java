package org.tucai.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The file reduced to its first picture: what a codec does not see cannot harm it. */
final class Stripped {
    private static final Set<String> PNG_CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private Stripped() {}

    /** A PNG without animation, colour profiles or compressed texts. */
    static byte[] png(byte[] file, PictureHeader header) throws UnreadablePicture {
        Bytes bytes = new Bytes(file, 0, header.length());
        ByteArrayOutputStream out = new ByteArrayOutputStream(header.length());
        out.write(file, 0, 8);
        int at = 8;
        while (at < header.length()) {
            int length = 12 + PngHeader.chunk(bytes, at).length();
            if (PNG_CHUNKS.contains(bytes.ascii(at + 4, 4))) {
                out.write(file, at, length);
            }
            at += length;
        }
        return out.toByteArray();
    }

    /** A still WebP of the first frame. */
    static byte[] webp(byte[] file, PictureHeader header) throws UnreadablePicture {
        WebpHeader.Frame frame = WebpHeader.firstFrame(new Bytes(file, 0, header.length()));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(header.length());
        if (frame.alphaData() >= 0) {
            ascii(chunks, "VP8X");
            le(chunks, 10, 4);
            le(chunks, 0x10, 4); // has alpha
            le(chunks, frame.width() - 1, 3);
            le(chunks, frame.height() - 1, 3);
            chunk(chunks, frame.alphaPlane());
        }
        chunk(chunks, frame.bitstream());
        ByteArrayOutputStream out = new ByteArrayOutputStream(chunks.size() + 12);
        ascii(out, "RIFF");
        le(out, chunks.size() + 4, 4);
        ascii(out, "WEBP");
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, Bytes chunk) {
        chunk.writeTo(out);
        if ((chunk.length() & 1) != 0) {
            out.write(0);
        }
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void le(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> (8 * i));
        }
    }
}
